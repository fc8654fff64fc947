package io.hilum.phi.lists;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.hilum.phi.detect.EntityType;
import io.hilum.phi.detect.Span;
import io.hilum.phi.detect.known.Identity;
import io.hilum.phi.detect.own.OwnLists;
import io.hilum.phi.scrub.Examiner;
import io.hilum.phi.scrub.Reasons;
import io.hilum.phi.scrub.ScrubFixtures;
import io.hilum.phi.scrub.Texts;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ListsReader}, {@link LiveLists} and what {@link OwnLists} do.
 */
class ListsTests {

	private static final String LISTS = """
			patterns:
			  - {name: wristband, type: MRN, pattern: "(?i)wb-[0-9]{6}"}
			words:
			  - {type: LOCATION, words: [Quimby Pavilion, 5 Long]}
			never-mask: [Irma Peter, Quimby score, 964741]
			""";

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final LiveLists live = new LiveLists(Optional.of(bytes(LISTS)), this.meters);

	private final Examiner examiner = Examiner.withAllDetectors(ScrubFixtures.CLOCK, this.live);

	@Test
	void findsWhatIsListed() {
		String text = "band Wb-123456, quimby pavilion, on 5-long";
		List<Span> spans = this.examiner.examine(List.of(text)).getFirst();
		assertThat(spans).extracting((span) -> text.substring(span.start(), span.end()))
			.containsExactly("Wb-123456", "quimby pavilion", "5-long");
		assertThat(spans).extracting(Span::detector).containsExactly("pattern", "list", "list");
		assertThat(spans).extracting(Reasons::of)
			.containsExactly("Your own pattern 'wristband' matches", "It is one of your own words",
					"It is one of your own words");
	}

	@Test
	void findsWhatIsListedInHiddenFormsToo() {
		String text = "&#87;B-１２３４５６";
		assertThat(this.examiner.examine(List.of(text)).getFirst()).hasSize(1)
			.allSatisfy((span) -> assertThat(span.length()).isEqualTo(text.length()));
	}

	@Test
	void leavesWhatIsHarmlessUnlessItIsKnownToBeNone() {
		String text = "Dr. Irma Peter, MRN 964741";
		assertThat(this.examiner.examine(List.of(text)).getFirst()).isEmpty();
		assertThat(this.examiner.examine(List.of("Dr. Irma Quirke, MRN 964742")).getFirst()).hasSize(2);
		Texts known = new Texts(List.of(text), Set.of(), List.of(new Identity(EntityType.NAME, "Irma Peter")));
		assertThat(this.examiner.examine(known).getFirst()).extracting(Span::type).containsExactly(EntityType.NAME);
	}

	@Test
	void isInForceAtOnceAndStaysWhileTheNewestIsRefused() {
		this.live.take(bytes("words: [{type: NAME, words: [zorbl]}]"));
		assertThat(this.examiner.examine(List.of("please renew zorbl")).getFirst()).hasSize(1);
		assertThat(refused()).isZero();
		this.live.take(bytes("words: [{type: NAME}, 7]"));
		assertThat(refused()).isOne();
		assertThat(this.examiner.examine(List.of("please renew zorbl")).getFirst()).hasSize(1);
		this.live.take(bytes(""));
		assertThat(refused()).isZero();
		assertThat(this.examiner.examine(List.of("please renew zorbl")).getFirst()).isEmpty();
	}

	@Test
	void tellsItsVersions() {
		String before = this.live.get().version();
		assertThat(before).matches("[0-9a-f]{12}");
		this.live.take(bytes(LISTS + "# more"));
		assertThat(this.live.get().version()).isNotEqualTo(before);
		assertThat(new LiveLists(Optional.empty(), new SimpleMeterRegistry()).get()).isSameAs(OwnLists.NONE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "- x", "more: 1", "patterns: x", "patterns: [{type: MRN, pattern: x}]",
			"patterns: [{name: n, type: IBAN, pattern: x}]", "patterns: [{name: n, type: MRN, pattern: '('}]",
			"patterns: [{name: n, type: MRN, pattern: '(a)\\1'}]", "patterns: [{name: n, type: MRN, pattern: '(?=a)'}]",
			"patterns: [{name: n, type: MRN, pattern: 'a*'}]",
			"patterns: [{name: n, type: MRN, pattern: 'a', score: 2}]",
			"patterns: [{name: n, type: MRN, pattern: '((a{30}){30}){30}'}]", "words: [{type: NAME, words: ['-']}]",
			"words: [{words: [a]}]", "never-mask: [[a]]", "never-mask: x", "a: [",
			"words: [{type: NAME, words: [x], x: 1}]",
			"words: [{type: NAME, words: ['a b c d e f g h i j k l m n o p q']}]" })
	void refusesWhatItCannotRead(String file) {
		assertThatIllegalArgumentException().isThrownBy(() -> new ListsReader().read(bytes(file)));
	}

	@Test
	void saysNoWordOfTheListsWhenItRefusesThem() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new ListsReader().read(bytes("words: [{type: NAME, words: [Irma, 'a\\nb'}]")))
			.withMessageNotContaining("Irma");
	}

	private double refused() {
		return this.meters.get("hilum.lists.refused").gauge().value();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
