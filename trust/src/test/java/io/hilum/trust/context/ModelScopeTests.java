package io.hilum.trust.context;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ModelScope}.
 */
class ModelScopeTests {

	@ParameterizedTest
	@CsvSource({ "gpt-4o,gpt-4o,true", "gpt-4o,gpt-4o-mini,false", "gpt-4o*,gpt-4o-mini,true", "gpt-4o*,gpt-4o,true",
			"gpt-*,claude,false", "*,anything,true", "GPT-4o,gpt-4o,false" })
	void coversNamesAndWhatBeginsLikeThem(String pattern, String model, boolean covered) {
		assertThat(new ModelScope(List.of("other", pattern)).covers(model)).isEqualTo(covered);
	}

	@ParameterizedTest
	@CsvSource({ "openai/gpt-5,openai/*,true", "openai/gpt-5,anthropic/*,false", "openai/*,openai/gpt-*,true",
			"openai/gpt-*,openai/*,true", "openai/gpt-5,openai/gpt-5,true", "openai/gpt-5,openai/gpt-4o,false" })
	void meetsEntriesThatStandForOneOfItsModels(String pattern, String entry, boolean met) {
		assertThat(new ModelScope(List.of("other", pattern)).meets(entry)).isEqualTo(met);
	}

	@Test
	void isForNothingWithoutAPatternAndForAllWithTheWidest() {
		assertThat(new ModelScope(List.of()).covers("gpt-4o")).isFalse();
		assertThat(new ModelScope(List.of()).coversAll()).isFalse();
		assertThat(new ModelScope(List.of("gpt-4o", "*"))).isEqualTo(ModelScope.ALL);
		assertThat(ModelScope.ALL.with("gpt-4o").coversAll()).isTrue();
	}

	@Test
	void takesOneMoreModelBeforeTheOthers() {
		assertThat(new ModelScope(List.of("a", "b")).with("c").patterns()).containsExactly("c", "a", "b");
	}

	@Test
	void isNeverWiderForWhatDoesNotFit() {
		List<String> many = IntStream.range(0, 64).mapToObj((i) -> "%02d".formatted(i) + "m".repeat(98)).toList();
		ModelScope fitting = new ModelScope(many).with("asked").fitting();
		assertThat(fitting.patterns()).hasSize(11).startsWith("asked", many.getFirst());
		assertThat(fitting.covers(many.getLast())).isFalse();
		assertThat(new ModelScope(List.of("m".repeat(2000))).fitting().coversAll()).isFalse();
		assertThat(ModelScope.ALL.fitting()).isEqualTo(ModelScope.ALL);
	}

}
