package io.hilum.rag;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import io.hilum.rag.RunningRag.Answer;
import io.hilum.rag.hold.HoldingPortal;
import io.hilum.rag.read.Samples;
import io.hilum.trust.context.ServiceContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What is attached to a conversation that a legal hold keeps, against its owner.
 */
class HeldDocumentsIT {

	private static final ServiceContext OWNER = Callers.CLINICIAN;

	private static final HoldingPortal PORTAL = new HoldingPortal();

	@SuppressWarnings("NullAway.Init")
	private static RunningRag rag;

	private final String conversation = UUID.randomUUID().toString();

	private final String collection = "/v1/collections/personal-" + this.conversation;

	@BeforeAll
	static void start() {
		rag = RunningRag.start("hilum.holds.portal-url=" + PORTAL.url(), "hilum.holds.timeout=30s");
	}

	@AfterAll
	static void stop() {
		rag.close();
		PORTAL.close();
	}

	@AfterEach
	void answerAgain() {
		PORTAL.fail(200, Duration.ZERO);
	}

	@Test
	void keepsWhatIsAttachedUntilTheHoldIsLifted() {
		String document = attach();
		PORTAL.hold(OWNER.subject(), this.conversation);
		for (String path : new String[] { this.collection + "/documents/" + document, this.collection }) {
			Answer refused = delete(path);
			assertThat(refused.status()).as(path).isEqualTo(409);
			assertThat(refused.code()).isEqualTo("legal_hold");
		}
		assertThat(rag.search(OWNER, "Marrowick", "personal-" + this.conversation).texts()).hasSize(1);
		PORTAL.lift(OWNER.subject(), this.conversation);
		assertThat(delete(this.collection + "/documents/" + document).status()).isEqualTo(204);
		assertThat(delete(this.collection).status()).isEqualTo(204);
	}

	@Test
	void deletesNothingWhileNobodyTellsWhatIsHeld() {
		String document = attach();
		PORTAL.fail(503, Duration.ZERO);
		for (String path : new String[] { this.collection + "/documents/" + document, this.collection }) {
			Answer refused = delete(path);
			assertThat(refused.status()).as(path).isEqualTo(503);
			assertThat(refused.code()).isEqualTo("holds_unavailable");
			assertThat(refused.retryAfter()).isNotNull();
		}
		PORTAL.fail(200, Duration.ZERO);
		assertThat(delete(this.collection).status()).isEqualTo(204);
	}

	@Test
	void asksNobodyAboutCollectionsOfNoConversation() {
		rag.createCollection("guidelines", Map.of());
		PORTAL.fail(503, Duration.ZERO);
		assertThat(rag.send(Callers.ADMIN, HttpMethod.DELETE, "/v1/collections/guidelines", Map.of()).status())
			.isEqualTo(204);
	}

	private String attach() {
		String name = "personal-" + this.conversation;
		assertThat(rag.send(OWNER, HttpMethod.POST, "/v1/collections", Map.of("name", name)).status()).isEqualTo(201);
		String document = rag.upload(OWNER, name, "b.txt", "text/plain", Samples.bytes("Marrowick takes aspirin."))
			.body()
			.get("id")
			.asString();
		await().atMost(RunningRag.PATIENCE)
			.until(() -> rag.search(OWNER, "Marrowick", name).texts(), (texts) -> !texts.isEmpty());
		return document;
	}

	private static Answer delete(String path) {
		return rag.send(OWNER, HttpMethod.DELETE, path, Map.of());
	}

}
