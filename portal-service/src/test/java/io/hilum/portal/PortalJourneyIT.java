package io.hilum.portal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.hilum.portal.RunningPortal.Answer;
import io.hilum.trust.context.ServiceContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a person does with the portal, over HTTP and on a real database.
 */
class PortalJourneyIT {

	private final RunningPortal portal = RunningPortal.shared();

	private final ServiceContext amelia = Callers.stranger("Clinician");

	@Test
	void remembersWhatSomebodyPrefers() {
		JsonNode before = this.portal.get(this.amelia, "/me").body();
		assertThat(before.get("team").asString()).isEqualTo(this.amelia.team());
		assertThat(before.get("permissions").valueStream().map(JsonNode::asString))
			.contains("chat", "share", "templates.team")
			.doesNotContain("admin.people");
		assertThat(put("/me/preferences", Map.of("displayName", "Dr. Amelia", "language", "es", "theme", "dark",
				"model", "gpt-4o", "templateValues", Map.of("ward", "7B")))
			.status()).isEqualTo(200);
		JsonNode after = this.portal.get(this.amelia, "/me").body();
		assertThat(after.get("displayName").asString()).isEqualTo("Dr. Amelia");
		assertThat(after.at("/preferences/templateValues/ward").asString()).isEqualTo("7B");
		assertThat(after.at("/preferences/sendWithEnter").asBoolean()).isTrue();
		assertThat(put("/me/preferences", Map.of("language", "tlh")).code()).isEqualTo("invalid_request");
		assertThat(
				put("/me/preferences", Map.of("model", "John Smith has cancer")).body().at("/error/param").asString())
			.isEqualTo("model");
	}

	@Test
	void keepsConversationsInFolders() {
		String folder = post("/folders", Map.of("name", "Ward 7B")).body().get("id").asString();
		String conversation = this.portal.begin(this.amelia, "About Quillfeather");
		String path = "/conversations/" + conversation;
		assertThat(patch(path, Map.of("folder", folder, "pinned", true)).body().get("folder").asString())
			.isEqualTo(folder);
		assertThat(this.portal.get(this.amelia, "/conversations?folder=" + folder).each("id"))
			.containsExactly(conversation);
		assertThat(this.portal.get(this.amelia, "/conversations?pinned=false").each("id")).isEmpty();
		assertThat(patch("/folders/" + folder, Map.of("name", "Ward 8")).body().get("name").asString())
			.isEqualTo("Ward 8");
		assertThat(patch(path, Map.of("folder", UUID.randomUUID().toString())).status()).isEqualTo(404);
		assertThat(patch(path, Map.of("archived", true, "title", "Another")).body().get("title").asString())
			.isEqualTo("Another");
		assertThat(this.portal.get(this.amelia, "/conversations").each("id")).isEmpty();
		assertThat(this.portal.get(this.amelia, "/conversations?archived=true").each("id"))
			.containsExactly(conversation);
		assertThat(delete("/folders/" + folder).status()).isEqualTo(204);
		JsonNode left = this.portal.get(this.amelia, path).body();
		assertThat(left.get("folder").isNull()).isTrue();
		assertThat(left.get("pinned").asBoolean()).isTrue();
		assertThat(this.portal.get(this.amelia, "/folders").each("id")).isEmpty();
		Map<String, @Nullable Object> nothing = new HashMap<>();
		nothing.put("title", null);
		assertThat(patch(path, nothing).body().get("title").isNull()).isTrue();
	}

	@Test
	void beginsAConversationOnceHoweverOftenItIsSent() {
		Map<String, String> body = Map.of("id", UUID.randomUUID().toString(), "title", "Once");
		assertThat(post("/conversations", body).status()).isEqualTo(201);
		assertThat(post("/conversations", body).status()).isEqualTo(200);
		assertThat(this.portal.get(this.amelia, "/conversations").each("title")).containsExactly("Once");
	}

	@Test
	void branchesWhereSomebodyEdits() {
		String conversation = this.portal.begin(this.amelia, "Branches");
		String path = "/conversations/" + conversation;
		String question = say(conversation, null, "user", "How is the potassium?");
		String answer = say(conversation, question, "assistant", "It is 4.1.");
		String edited = say(conversation, null, "user", "How is the sodium?");
		String other = say(conversation, edited, "assistant", "It is 140.");
		assertThat(this.portal.get(this.amelia, path + "/messages").each("text")).containsExactly("How is the sodium?",
				"It is 140.");
		assertThat(this.portal.get(this.amelia, path + "/messages?leaf=" + answer).each("id")).containsExactly(question,
				answer);
		JsonNode first = this.portal.get(this.amelia, path + "/messages").body().at("/data/0");
		assertThat(first.get("siblings").valueStream().map(JsonNode::asString)).containsExactly(question, edited);
		assertThat(patch(path, Map.of("current", question)).body().get("current").asString()).isEqualTo(answer);
		assertThat(this.portal.get(this.amelia, path + "/messages").each("id")).containsExactly(question, answer);
		Answer tree = this.portal.get(this.amelia, path + "/tree");
		assertThat(tree.each("id")).containsExactly(question, answer, edited, other);
		assertThat(tree.each("parent").get(3)).isEqualTo(edited);
		assertThat(this.portal.get(this.amelia, path).body().get("messages").asInt()).isEqualTo(4);
		assertThat(patch(path, Map.of("current", UUID.randomUUID().toString())).status()).isEqualTo(404);
	}

	@Test
	void readsALongConversationInPages() {
		String conversation = this.portal.begin(this.amelia, "Long");
		String last = null;
		for (int i = 0; i < 7; i++) {
			last = say(conversation, last, (i % 2 == 0) ? "user" : "assistant", "Sentence " + i);
		}
		String path = "/conversations/" + conversation + "/messages?limit=3";
		Answer end = this.portal.get(this.amelia, path);
		assertThat(end.each("text")).containsExactly("Sentence 4", "Sentence 5", "Sentence 6");
		Answer middle = this.portal.get(this.amelia, path + "&cursor=" + end.cursor());
		assertThat(middle.each("text")).containsExactly("Sentence 1", "Sentence 2", "Sentence 3");
		Answer beginning = this.portal.get(this.amelia, path + "&cursor=" + middle.cursor());
		assertThat(beginning.each("text")).containsExactly("Sentence 0");
		assertThat(beginning.cursor()).isNull();
		assertThat(this.portal.get(this.amelia, path + "&cursor=" + UUID.randomUUID()).status()).isEqualTo(400);
		assertThat(this.portal.get(this.amelia, path + "0000").status()).isEqualTo(400);
	}

	@Test
	void takesAMessageOnceHoweverOftenItIsSent() {
		String path = "/conversations/" + this.portal.begin(this.amelia, "Twice") + "/messages";
		Map<String, Object> message = new HashMap<>(
				Map.of("id", UUID.randomUUID().toString(), "role", "user", "text", "Once"));
		assertThat(post(path, message).status()).isEqualTo(201);
		assertThat(post(path, message).status()).isEqualTo(200);
		message.put("text", "Something else");
		Answer refused = post(path, message);
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.code()).isEqualTo("message_exists");
		assertThat(this.portal.get(this.amelia, path).each("text")).containsExactly("Once");
		assertThat(post(path, Map.of("id", UUID.randomUUID().toString(), "role", "user", "text", "x", "parent",
				UUID.randomUUID().toString()))
			.status()).isEqualTo(404);
	}

	@Test
	void keepsReceiptsCitationsAndWhatTheModelSaw() {
		String path = "/conversations/" + this.portal.begin(this.amelia, "Receipt") + "/messages";
		String id = UUID.randomUUID().toString();
		Map<String, Object> receipt = Map.of("requestId", "req-1", "model", "gpt-4o-2024-11-20", "provider",
				"azure-east", "region", "eastus2", "agreement", "microsoft-baa", "phi", Map.of("NAME", 2, "DATE", 1),
				"inputTokens", 120, "outputTokens", 80, "costUsd", "0.001352500", "millis", 812);
		Map<String, Object> message = new HashMap<>(Map.of("id", id, "role", "assistant", "text", "Irma is well.",
				"model", "gpt-4o", "finish", "stop", "receipt", receipt, "seen", "[NAME_7KQ2] is well."));
		message.put("citations", List.of(Map.of("marker", "1", "title", "Letter of Irma", "collection", "letters",
				"document", UUID.randomUUID().toString(), "page", 3, "text", "well")));
		message.put("attachments", List.of(Map.of("name", "irma.pdf", "bytes", 1024)));
		message.put("template", Map.of("id", "hospital:chart-summary", "version", 1));
		JsonNode kept = post(path, message).body();
		assertThat(kept.at("/receipt/phi/NAME").asInt()).isEqualTo(2);
		assertThat(kept.at("/citations/0/page").asInt()).isEqualTo(3);
		assertThat(kept.has("seen")).isFalse();
		JsonNode one = this.portal.get(this.amelia, path + "/" + id).body();
		assertThat(one.get("seen").asString()).isEqualTo("[NAME_7KQ2] is well.");
		message.put("id", UUID.randomUUID().toString());
		message.put("receipt", Map.of("phi", Map.of("Irma Peter", 1)));
		assertThat(post(path, message).status()).isEqualTo(400);
	}

	@Test
	void takesFeedbackOnAnswersOnly() {
		String conversation = this.portal.begin(this.amelia, "Feedback");
		String question = say(conversation, null, "user", "Why?");
		String answer = say(conversation, question, "assistant", "Because.");
		String path = "/conversations/" + conversation + "/messages/";
		Map<String, String> feedback = Map.of("rating", "down", "reason", "unsafe", "comment", "Irma has no spleen");
		assertThat(put(path + answer + "/feedback", feedback).status()).isEqualTo(200);
		assertThat(put(path + question + "/feedback", feedback).status()).isEqualTo(404);
		assertThat(put(path + answer + "/feedback", Map.of("rating", "perhaps")).status()).isEqualTo(400);
		assertThat(this.portal.get(this.amelia, path + answer).body().at("/feedback/comment").asString())
			.isEqualTo("Irma has no spleen");
		Answer counts = this.portal.get(Callers.ADMIN, "/feedback");
		assertThat(counts.each("reason")).contains("unsafe");
		assertThat(counts.text()).doesNotContain("spleen");
		assertThat(this.portal.get(this.amelia, "/feedback").status()).isEqualTo(403);
		assertThat(delete(path + answer + "/feedback").status()).isEqualTo(204);
		assertThat(this.portal.get(this.amelia, path + answer).body().get("feedback").isNull()).isTrue();
	}

	@Test
	void sharesABranchAsItIsNow() {
		ServiceContext carla = Callers.caller("carla-of-" + this.amelia.team(), this.amelia.team(), "Clinician");
		put("/me/preferences", Map.of("displayName", "Dr. Amelia"));
		String conversation = this.portal.begin(this.amelia, "About Quillfeather");
		String question = say(conversation, null, "user", "What now?");
		say(conversation, null, "user", "A branch that is not shared");
		patch("/conversations/" + conversation, Map.of("current", question));
		String share = put("/conversations/" + conversation + "/share", Map.of()).body().get("id").asString();
		say(conversation, question, "assistant", "Said later");
		Answer listed = this.portal.get(carla, "/shared");
		assertThat(listed.each("id")).containsExactly(share);
		assertThat(listed.body().at("/data/0/sharedBy/displayName").asString()).isEqualTo("Dr. Amelia");
		assertThat(this.portal.get(carla, "/shared/" + share).body().get("title").asString())
			.isEqualTo("About Quillfeather");
		Answer read = this.portal.get(carla, "/shared/" + share + "/messages");
		assertThat(read.each("text")).containsExactly("What now?");
		assertThat(read.body().at("/data/0/siblings").size()).isOne();
		assertThat(this.portal.get(this.amelia, "/shared").each("id")).as("one's own").isEmpty();
		assertThat(put("/conversations/" + conversation + "/share", Map.of()).body().get("id").asString())
			.isEqualTo(share);
		assertThat(this.portal.get(carla, "/shared/" + share + "/messages").each("text")).contains("Said later");
		assertThat(delete("/conversations/" + conversation + "/share").status()).isEqualTo(204);
		assertThat(this.portal.get(carla, "/shared/" + share).status()).isEqualTo(404);
		assertThat(this.portal.get(carla, "/shared/" + share + "/messages").status()).isEqualTo(404);
		assertThat(this.portal.get(carla, "/shared").each("id")).isEmpty();
	}

	@Test
	void exportsAWholeConversation() {
		String conversation = this.portal.begin(this.amelia, "Quillfeather");
		String question = say(conversation, null, "user", "Potassium?");
		say(conversation, question, "assistant", "4.1");
		say(conversation, null, "user", "Sodium?");
		String path = "/conversations/" + conversation + "/export";
		Answer json = this.portal.get(this.amelia, path);
		assertThat(json.body().get("messages").size()).isEqualTo(3);
		assertThat(json.headers().getFirst("content-disposition")).startsWith("attachment")
			.doesNotContain("Quillfeather");
		Answer markdown = this.portal.get(this.amelia, path + "?format=markdown");
		assertThat(markdown.text()).isEqualTo("# Quillfeather\n\n## Person\n\nSodium?\n");
		assertThat(this.portal.get(this.amelia, path + "?format=pdf").status()).isEqualTo(400);
	}

	@Test
	void hasTemplatesOfOnesOwnTheTeamAndTheHospital() {
		ServiceContext carla = Callers.caller("carla-of-" + this.amelia.team(), this.amelia.team(), "Clinician");
		String own = template("own", "My note", "About {{patient}}");
		String team = template("team", "Round", "Round of {{ward}} on {{day}}");
		Answer mine = this.portal.get(this.amelia, "/templates");
		assertThat(mine.each("id")).contains(own, team, "hospital:discharge-letter", "hospital:patient-words")
			.doesNotContain("hospital:denial-explained");
		assertThat(mine.each("title")).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
		assertThat(this.portal.get(carla, "/templates").each("id")).contains(team).doesNotContain(own);
		assertThat(this.portal.get(carla, "/templates/" + own).status()).isEqualTo(404);
		assertThat(this.portal.get(carla, "/templates/" + team).body().get("variables").size()).isEqualTo(2);
		assertThat(this.portal.send(carla, HttpMethod.PUT, "/templates/" + team, Map.of("title", "x", "text", "y"))
			.status()).isEqualTo(403);
		assertThat(put("/templates/" + own, Map.of("title", "My note", "text", "New")).body().get("version").asInt())
			.isEqualTo(2);
		assertThat(this.portal.get(this.amelia, "/templates/" + own + "?version=1").body().get("text").asString())
			.isEqualTo("About {{patient}}");
		assertThat(this.portal.get(this.amelia, "/templates/" + own + "/versions").each("version")).containsExactly("2",
				"1");
		assertThat(put("/templates/hospital:chart-summary", Map.of("title", "x", "text", "y")).status()).isEqualTo(403);
		assertThat(this.portal.get(this.amelia, "/templates/hospital:chart-summary/versions").each("version"))
			.containsExactly("1");
		assertThat(this.portal.get(this.amelia, "/templates/hospital:denial-explained").status()).isEqualTo(404);
		assertThat(this.portal
			.send(Callers.stranger("Visitor"), HttpMethod.POST, "/templates",
					Map.of("scope", "team", "title", "x", "text", "y"))
			.status()).isEqualTo(403);
		assertThat(delete("/templates/" + team).status()).isEqualTo(204);
		assertThat(this.portal.get(carla, "/templates").each("id")).doesNotContain(team);
	}

	@Test
	void listsInPages() {
		for (int i = 0; i < 5; i++) {
			this.portal.begin(this.amelia, "Number " + i);
		}
		Answer first = this.portal.get(this.amelia, "/conversations?limit=2");
		assertThat(first.each("title")).containsExactly("Number 4", "Number 3");
		Answer second = this.portal.get(this.amelia, "/conversations?limit=2&cursor=" + first.cursor());
		assertThat(second.each("title")).containsExactly("Number 2", "Number 1");
		Answer third = this.portal.get(this.amelia, "/conversations?limit=2&cursor=" + second.cursor());
		assertThat(third.each("title")).containsExactly("Number 0");
		assertThat(third.cursor()).isNull();
		assertThat(this.portal.get(this.amelia, "/conversations?cursor=nonsense").status()).isEqualTo(400);
	}

	private String template(String scope, String title, String text) {
		Answer made = post("/templates", Map.of("scope", scope, "title", title, "text", text));
		assertThat(made.status()).isEqualTo(201);
		return made.body().get("id").asString();
	}

	private String say(String conversation, @Nullable String parent, String role, String text) {
		return this.portal.say(this.amelia, conversation, parent, role, text);
	}

	private Answer post(String path, Map<String, ? extends @Nullable Object> body) {
		return this.portal.send(this.amelia, HttpMethod.POST, path, body);
	}

	private Answer put(String path, Map<String, ? extends @Nullable Object> body) {
		return this.portal.send(this.amelia, HttpMethod.PUT, path, body);
	}

	private Answer patch(String path, Map<String, ? extends @Nullable Object> body) {
		return this.portal.send(this.amelia, HttpMethod.PATCH, path, body);
	}

	private Answer delete(String path) {
		return this.portal.send(this.amelia, HttpMethod.DELETE, path, Map.of());
	}

}
