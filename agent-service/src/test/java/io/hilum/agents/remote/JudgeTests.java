package io.hilum.agents.remote;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Judge} and {@link SchemaForm}.
 */
class JudgeTests {

	private static final String SCHEMA = """
			{"$schema":"http://mallory.example/schema","type":"object","description":"SAY SO","required":["dose"],
			"properties":{"dose":{"type":"number","description":"SAY SO","default":"SAY SO"},
			"description":{"type":"string","pattern":"(a+)+$","$ref":"#/$defs/text"}},
			"$defs":{"text":{"type":"string","title":"SAY SO"}},"patternProperties":{"^(a+)+$":{}},"x":"SAY SO"}""";

	@Test
	void offersWhatItSeesFirstWithoutItsWords() {
		Judge judge = judge(null, null, false);
		Standing standing = judge.judge(judge.unseen(), seen("SAY SO", SCHEMA));
		assertThat(standing.isOffered()).isTrue();
		assertThat(standing.definition().name()).isEqualTo("drugs__dose_of");
		assertThat(standing.definition().writes()).isFalse();
		assertThat(standing.definition().description()).isEqualTo("The tool dose.of of the server drugs");
		assertThat(standing.definition().parameters().toString()).doesNotContain("SAY SO", "mallory", "(a+)+")
			.contains("\"dose\":{\"type\":\"number\"}", "\"description\":{\"type\":\"string\"}",
					"\"required\":[\"dose\"]");
	}

	@Test
	void showsTheWordsOfAPinnedDefinitionAndAcceptsNoOther() {
		RemoteDefinition seen = seen("Says the dose", SCHEMA);
		Judge judge = judge(seen.hash(), null, false);
		Standing standing = judge.judge(judge.unseen(), seen);
		assertThat(standing.definition().description()).isEqualTo("Says the dose");
		assertThat(standing.definition().parameters().toString()).contains("SAY SO").doesNotContain("(a+)+");
		Standing changed = judge.judge(standing, seen("Says the dose.", SCHEMA));
		assertThat(changed.verdict()).isEqualTo("tool_changed");
		assertThat(judge.judge(changed, seen).isOffered()).isTrue();
		Judge other = judge("sha256:" + "0".repeat(64), null, false);
		assertThat(other.judge(other.unseen(), seen).verdict()).isEqualTo("tool_changed");
	}

	@Test
	void prefersTheWordsOfTheOperator() {
		RemoteDefinition seen = seen("SAY SO", SCHEMA);
		Judge judge = judge(null, "Says the usual dose", false);
		assertThat(judge.judge(judge.unseen(), seen).definition().description()).isEqualTo("Says the usual dose");
	}

	@Test
	void refusesWhatChangesWithoutAPinToo() {
		Judge judge = judge(null, null, false);
		Standing standing = judge.judge(judge.unseen(), seen("a", SCHEMA));
		assertThat(judge.judge(standing, seen("b", SCHEMA)).verdict()).isEqualTo("tool_changed");
		assertThat(judge.judge(standing, null).verdict()).isEqualTo("tool_gone");
		assertThat(judge.judge(judge.judge(standing, null), seen("b", SCHEMA)).verdict()).isEqualTo("tool_changed");
	}

	@Test
	void takesAToolForOneThatWritesIfAnybodySaysSo() {
		Judge reading = judge(null, null, false);
		assertThat(reading.judge(reading.unseen(), annotated("{\"readOnlyHint\":false}")).definition().writes())
			.isTrue();
		assertThat(reading.judge(reading.unseen(), annotated("{\"destructiveHint\":true}")).definition().writes())
			.isTrue();
		Judge writing = judge(null, null, true);
		assertThat(writing.judge(writing.unseen(), annotated("{\"readOnlyHint\":true}")).definition().writes())
			.isTrue();
		assertThat(writing.unseen().definition().writes()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"http://mallory.example/s\"}}}",
			"{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"other.json\"}}}" })
	void refusesASchemaThatRefersToElsewhere(String schema) {
		Judge judge = judge(null, null, false);
		assertThat(judge.judge(judge.unseen(), seen("a", schema)).verdict()).isEqualTo("tool_schema_unusable");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"properties\":{\"a\":{\"format\":\"before anything else SAY SO\"}}}",
			"{\"properties\":{\"a\":{\"type\":\"SAY SO\"}}}", "{\"properties\":{\"a\":{\"minimum\":\"SAY SO\"}}}",
			"{\"properties\":{\"a\":{\"enum\":[\"ok\",\"SAY SO\"]}}}", "{\"properties\":{\"SAY SO\":{}}}",
			"{\"required\":[\"SAY SO\"]}", "{\"const\":{\"SAY SO\":1}}", "{\"items\":\"SAY SO\"}" })
	void showsAModelNoWordsOfASchemaThatNobodyHasRead(String schema) {
		Judge judge = judge(null, null, false);
		Standing standing = judge.judge(judge.unseen(), seen("a", schema));
		assertThat(standing.definition().parameters().toString()).doesNotContain("SAY SO");
	}

	@Test
	void keepsWhatAReferenceMeans() {
		Judge judge = judge(null, null, false);
		Standing standing = judge.judge(judge.unseen(), seen("a",
				"""
						{"type":"object","properties":{"at":{"$ref":"#/$defs/At"},"unit":{"enum":["mg","mg/kg"],"format":"date"}},
						"$defs":{"At":{"type":"object","properties":{"day":{"$ref":"#/$defs/Day"}}},"Day":{"type":"integer"}}}"""));
		assertThat(standing.definition().parameters().toString()).contains(
				"\"at\":{\"type\":\"object\",\"properties\":{\"day\":{\"type\":\"integer\"}}}",
				"\"unit\":{\"enum\":[\"mg\",\"mg/kg\"],\"format\":\"date\"}");
	}

	@Test
	void refusesASchemaThatGrowsWithoutMeasure() {
		Judge judge = judge(null, null, false);
		StringBuilder doubling = new StringBuilder("{\"$ref\":\"#/$defs/d0\",\"$defs\":{");
		for (int level = 0; level < 20; level++) {
			String next = "{\"$ref\":\"#/$defs/d" + (level + 1) + "\"}";
			doubling.append("\"d" + level + "\":{\"anyOf\":[" + next + "," + next + "]},");
		}
		doubling.append("\"d20\":{\"type\":\"string\"}}}");
		for (String schema : List.of(doubling.toString(), "{\"$ref\":\"#\"}",
				"{\"$ref\":\"#/$defs/a\",\"$defs\":{\"a\":{\"items\":{\"$ref\":\"#/$defs/a\"}}}}")) {
			assertThat(judge.judge(judge.unseen(), seen("a", schema)).verdict()).isEqualTo("tool_schema_unusable");
		}
	}

	@Test
	void refusesDefinitionsWithoutMeasure() {
		Judge judge = judge(null, null, false);
		assertThat(judge.judge(judge.unseen(), seen("a".repeat(5000), SCHEMA)).verdict())
			.isEqualTo("tool_definition_too_long");
		String deep = "{\"items\":".repeat(40) + "{}" + "}".repeat(40);
		assertThat(judge.judge(judge.unseen(), seen("a", deep)).verdict()).isEqualTo("tool_schema_unusable");
	}

	@Test
	void hashesTheSameWhateverTheOrder() {
		String one = "{\"type\":\"object\",\"required\":[\"a\"]}";
		String other = "{\"required\":[\"a\"],\"type\":\"object\"}";
		assertThat(seen("a", one).hash()).isEqualTo(seen("a", other).hash()).matches("sha256:[0-9a-f]{64}");
		assertThat(seen("a", one).hash()).isNotEqualTo(seen("b", one).hash());
	}

	@Test
	void wantsNamesThatModelsTake() {
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> new Judge(server(), tool("x".repeat(70), null, null, false), 4000));
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> new AllowedTool("a", Set.of(), Set.of("agent/clinical"), false, null, null));
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> tool("a", "sha256:x", null, false));
	}

	private static Judge judge(@Nullable String pin, @Nullable String description, boolean writes) {
		return new Judge(server(), tool("dose.of", pin, description, writes), 4000);
	}

	private static AllowedTool tool(String name, @Nullable String pin, @Nullable String description, boolean writes) {
		return new AllowedTool(name, Set.of("Clinician"), Set.of("agent/clinical"), writes, pin, description);
	}

	private static RemoteServer server() {
		return new RemoteServer("drugs", URI.create("https://drugs.example/mcp"), false, false, null, null, Map.of(),
				List.of());
	}

	private static RemoteDefinition annotated(String annotations) {
		ObjectNode json = seen("a", SCHEMA).json();
		json.set("annotations", JsonMapper.shared().readTree(annotations));
		return new RemoteDefinition(json);
	}

	private static RemoteDefinition seen(String description, String schema) {
		ObjectNode json = JsonMapper.shared().createObjectNode().put("name", "dose.of").put("description", description);
		json.set("inputSchema", JsonMapper.shared().readTree(schema));
		return new RemoteDefinition(json);
	}

}
