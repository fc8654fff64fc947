package io.hilum.portal;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.hilum.portal.RunningPortal.Answer;
import io.hilum.portal.deletion.Sweeper;
import io.hilum.portal.holder.Holder;
import io.hilum.portal.holder.Holders;
import io.hilum.portal.seal.Place;
import io.hilum.portal.seal.Seal;
import io.hilum.trust.context.ContextKey;
import io.hilum.trust.context.ContextSigner;
import io.hilum.trust.context.ServiceContext;
import io.hilum.trust.seal.AesGcm;
import io.hilum.trust.seal.SealBrokenException;
import io.hilum.trust.seal.spring.KeyRenewal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What is kept, for how long and how, seen from the database: sealed, shredded, held.
 */
class KeepingIT {

	private static final String CANARY = "Quillfeather";

	@SuppressWarnings("NullAway.Init")
	private static RunningPortal portal;

	private final ServiceContext amelia = Callers.stranger("Clinician");

	@BeforeAll
	static void start() {
		portal = RunningPortal.start("hilum.portal.retention.roles.Clinician=90d",
				"hilum.portal.retention.roles.Billing=30d", "hilum.portal.retention.interval=1h",
				"hilum.portal.retention.batch=2");
	}

	@AfterAll
	static void stop() {
		portal.close();
	}

	@Test
	void storesNothingThatAnybodyWroteInPlainText() throws SQLException {
		send(HttpMethod.PUT, "/me/preferences",
				Map.of("displayName", CANARY, "templateValues", Map.of("patient", CANARY)));
		send(HttpMethod.POST, "/folders", Map.of("name", CANARY));
		send(HttpMethod.POST, "/templates",
				Map.of("scope", "team", "title", CANARY, "description", CANARY, "text", CANARY));
		String conversation = portal.begin(this.amelia, CANARY + " came");
		String path = "/conversations/" + conversation;
		Map<String, Object> message = Map.of("id", UUID.randomUUID().toString(), "role", "assistant", "text",
				CANARY + " came", "seen", CANARY, "finish", CANARY, "receipt", Map.of("requestId", CANARY), "citations",
				List.of(Map.of("title", CANARY)), "attachments", List.of(Map.of("name", CANARY)));
		String id = send(HttpMethod.POST, path + "/messages", message).body().get("id").asString();
		send(HttpMethod.PUT, path + "/messages/" + id + "/feedback", Map.of("rating", "up", "comment", CANARY));
		send(HttpMethod.PUT, path + "/share", Map.of());
		Dump dump = Dump.of(portal.database());
		assertThat(dump.rows()).hasSizeGreaterThan(10);
		assertThat(dump.has(this.amelia.subject())).as("the check itself").isTrue();
		assertThat(dump.has(CANARY)).isFalse();
		assertThat(search(CANARY).each("id")).containsExactly(conversation);
	}

	@Test
	void shredsAConversationAndProvesIt() throws SQLException {
		String conversation = portal.begin(this.amelia, CANARY);
		portal.say(this.amelia, conversation, null, "user", CANARY + " came");
		String where = " where conversation = '" + conversation + "'";
		String key = one("select encode(sealed_key, 'hex') from portal.conversation_keys" + where);
		String text = one("select encode(text, 'hex') from portal.messages" + where);
		Answer deleted = send(HttpMethod.DELETE, "/conversations/" + conversation, Map.of());
		assertThat(deleted.status()).isEqualTo(200);
		assertThat(deleted.body().get("messages").asInt()).isOne();
		assertThat(deleted.body().get("keyFingerprint").asString())
			.isEqualTo(one("select encode(sha256(decode('" + key + "', 'hex')), 'hex')"));
		for (String table : List.of("conversation_keys", "messages", "word_marks", "feedback")) {
			assertThat(Dump.query(portal.database(), "select 1::text from portal." + table + where)).as(table)
				.isEmpty();
		}
		Dump dump = Dump.of(portal.database());
		assertThat(dump.rows()).noneMatch((row) -> row.contains(key) || row.contains(text));
		assertThat(search(CANARY).each("id")).isEmpty();
		assertThat(portal.get(this.amelia, "/conversations/" + conversation).status()).isEqualTo(404);
		assertThat(send(HttpMethod.DELETE, "/conversations/" + conversation, Map.of()).status()).isEqualTo(404);
		assertThat(portal.get(this.amelia, "/deletions").each("conversation")).containsExactly(conversation);
		assertThat(portal.get(Callers.stranger("Admin"), "/deletions").each("conversation")).isEmpty();
	}

	@Test
	void opensNoTextOfADeletedConversationWithAnyKeyThatIsLeft() throws SQLException {
		String conversation = portal.begin(this.amelia, "One");
		String message = portal.say(this.amelia, conversation, null, "user", CANARY);
		byte[] stolen = bytes("select encode(text, 'hex') from portal.messages where id = '" + message + "'");
		send(HttpMethod.DELETE, "/conversations/" + conversation, Map.of());
		Holder holder = portal.bean(Holders.class).of(this.amelia).blockOptional(RunningPortal.PATIENCE).orElseThrow();
		Place place = Place.message(holder.id(), UUID.fromString(conversation), UUID.fromString(message), "text");
		assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> holder.seal().open(stolen, place));
		String other = portal.begin(this.amelia, "Two");
		byte[] key = holder.seal()
			.openKey(bytes("select encode(sealed_key, 'hex') from portal.conversation_keys where conversation = '"
					+ other + "'"), Place.conversation(holder.id(), UUID.fromString(other), "key"));
		assertThatExceptionOfType(SealBrokenException.class)
			.isThrownBy(() -> new Seal(new AesGcm(key)).open(stolen, place));
	}

	@Test
	void opensNothingThatWasMovedWithinTheDatabase() throws SQLException {
		String mine = portal.begin(this.amelia, "Mine");
		String first = portal.say(this.amelia, mine, null, "user", "First");
		String second = portal.say(this.amelia, mine, first, "assistant", "Second");
		Dump.change(portal.database(),
				"update portal.messages set text = (select text from portal.messages where id = '" + second
						+ "') where id = '" + first + "'");
		Answer moved = portal.get(this.amelia, "/conversations/" + mine + "/messages");
		assertThat(moved.status()).isEqualTo(500);
		assertThat(moved.code()).isEqualTo("integrity_broken");
		ServiceContext eve = Callers.stranger("Clinician");
		String hers = portal.begin(eve, "Hers");
		Dump.change(portal.database(), "update portal.conversation_keys set sealed_key = (select sealed_key from "
				+ "portal.conversation_keys where conversation = '" + mine + "') where conversation = '" + hers + "'");
		assertThat(portal.get(eve, "/conversations/" + hers).code()).isEqualTo("integrity_broken");
	}

	@Test
	void letsGoWhatIsOverAndNothingElse() throws SQLException {
		ServiceContext ben = Callers.stranger("Billing");
		ServiceContext dana = Callers.stranger("Developer");
		String fresh = portal.begin(this.amelia, "Fresh");
		String old = aged(this.amelia, "91 days");
		String young = aged(this.amelia, "31 days");
		String bills = aged(ben, "31 days");
		String endless = aged(dana, "4000 days");
		assertThat(portal.get(this.amelia, "/conversations/" + fresh).body().get("expiresAt").isNull()).isFalse();
		assertThat(portal.get(dana, "/conversations/" + endless).body().get("expiresAt").isNull()).isTrue();
		assertThat(portal.get(ben, "/retention").body().get("own").asInt()).isEqualTo(30);
		assertThat(sweep()).isEqualTo(2);
		assertThat(portal.get(this.amelia, "/conversations").each("id")).containsExactly(fresh, young);
		assertThat(portal.get(ben, "/conversations").each("id")).isEmpty();
		assertThat(portal.get(dana, "/conversations").each("id")).containsExactly(endless);
		assertThat(portal.get(this.amelia, "/deletions").body().at("/data/0/reason").asString()).isEqualTo("retention");
		assertThat(portal.get(this.amelia, "/deletions").each("conversation")).containsExactly(old);
		assertThat(portal.get(ben, "/deletions").each("conversation")).containsExactly(bills);
		for (int i = 0; i < 3; i++) {
			aged(ben, "31 days");
		}
		assertThat(sweep()).as("so many at once as the bound says").isEqualTo(2);
		assertThat(sweep()).isEqualTo(1);
	}

	@Test
	void holdsBeforeRetentionAndDeletion() throws SQLException {
		String old = aged(this.amelia, "91 days");
		String young = portal.begin(this.amelia, "Young");
		String matter = "matter-" + UUID.randomUUID();
		Answer placed = portal.send(Callers.ADMIN, HttpMethod.POST, "/holds",
				Map.of("matter", matter, "reason", "doe v. general", "subject", this.amelia.subject()));
		assertThat(placed.status()).isEqualTo(201);
		assertThat(sweep()).isZero();
		for (String held : List.of(old, young)) {
			Answer refused = send(HttpMethod.DELETE, "/conversations/" + held, Map.of());
			assertThat(refused.status()).isEqualTo(409);
			assertThat(refused.code()).isEqualTo("legal_hold");
		}
		ServiceContext ben = Callers.stranger("Billing");
		assertThat(portal.send(ben, HttpMethod.DELETE, "/conversations/" + portal.begin(ben, "x"), Map.of()).status())
			.as("not held")
			.isEqualTo(200);
		assertThat(portal.send(Callers.ADMIN, HttpMethod.POST, "/holds", Map.of("matter", matter, "reason", "again"))
			.code()).isEqualTo("matter_exists");
		Answer lifted = portal.send(Callers.ADMIN, HttpMethod.DELETE, "/holds/" + matter, Map.of());
		assertThat(lifted.body().get("liftedBy").asString()).isEqualTo(Callers.ADMIN.subject());
		assertThat(portal.send(Callers.ADMIN, HttpMethod.DELETE, "/holds/" + matter, Map.of()).status()).isEqualTo(404);
		assertThat(portal.get(Callers.ADMIN, "/holds").each("matter")).contains(matter);
		assertThat(sweep()).isEqualTo(1);
		assertThat(send(HttpMethod.DELETE, "/conversations/" + young, Map.of()).status()).isEqualTo(200);
	}

	@Test
	void holdsByTeamAndByTime() throws SQLException {
		String old = aged(this.amelia, "91 days");
		String matter = "team-" + UUID.randomUUID();
		portal.send(Callers.ADMIN, HttpMethod.POST, "/holds", Map.of("matter", matter, "reason", "since then only",
				"team", this.amelia.team(), "since", Instant.now().minusSeconds(86_400).toString()));
		String fresh = portal.begin(this.amelia, "Fresh");
		assertThat(send(HttpMethod.DELETE, "/conversations/" + fresh, Map.of()).status()).isEqualTo(409);
		assertThat(send(HttpMethod.DELETE, "/conversations/" + old, Map.of()).status()).isEqualTo(200);
		portal.send(Callers.ADMIN, HttpMethod.DELETE, "/holds/" + matter, Map.of());
	}

	@Test
	void tellsWhetherAHoldKeepsAConversation() {
		String mine = portal.begin(this.amelia, "Mine");
		String gone = portal.begin(this.amelia, "Gone");
		send(HttpMethod.DELETE, "/conversations/" + gone, Map.of());
		String never = UUID.randomUUID().toString();
		ServiceContext ben = Callers.stranger("Billing");
		for (String conversation : List.of(mine, gone, never)) {
			assertThat(isHeld(this.amelia, conversation)).isFalse();
		}
		String matter = "held-" + UUID.randomUUID();
		portal.send(Callers.ADMIN, HttpMethod.POST, "/holds",
				Map.of("matter", matter, "reason", "doe v. general", "subject", this.amelia.subject()));
		assertThat(isHeld(this.amelia, mine)).isTrue();
		assertThat(isHeld(this.amelia, gone)).as("a hold that came after the receipt").isTrue();
		assertThat(isHeld(this.amelia, never)).as("may be meant").isTrue();
		assertThat(isHeld(ben, mine)).as("of somebody else").isFalse();
		portal.send(Callers.ADMIN, HttpMethod.DELETE, "/holds/" + matter, Map.of());
		assertThat(isHeld(this.amelia, mine)).isFalse();
		String other = "other-team-" + UUID.randomUUID();
		portal.send(Callers.ADMIN, HttpMethod.POST, "/holds",
				Map.of("matter", other, "reason", "a team", "team", ben.team(), "subject", this.amelia.subject()));
		assertThat(isHeld(this.amelia, mine)).as("of another team").isFalse();
		assertThat(isHeld(this.amelia, never)).as("of a team that nobody knows").isTrue();
		portal.send(Callers.ADMIN, HttpMethod.DELETE, "/holds/" + other, Map.of());
		assertThat(portal.get(this.amelia, "/held?conversation=none").status()).isEqualTo(400);
		assertThat(portal.get(this.amelia, "/held").status()).isEqualTo(400);
	}

	@Test
	void freesWhatWentFromHoldsThatWereThereBefore() throws SQLException {
		String gone = portal.begin(this.amelia, "Gone");
		String matter = "before-" + UUID.randomUUID();
		portal.send(Callers.ADMIN, HttpMethod.POST, "/holds", Map.of("matter", matter, "reason", "of another team",
				"team", Callers.stranger("Billing").team() + "-other", "subject", this.amelia.subject()));
		Dump.change(portal.database(),
				"update portal.holds set placed_at = now() - interval '1 hour' where matter = '" + matter + "'");
		assertThat(send(HttpMethod.DELETE, "/conversations/" + gone, Map.of()).status()).isEqualTo(200);
		assertThat(isHeld(this.amelia, gone)).isFalse();
		Dump.change(portal.database(),
				"update portal.holds set placed_at = now() - interval '2 seconds' where matter = '" + matter + "'");
		assertThat(isHeld(this.amelia, gone)).as("it may have waited for the deletion").isTrue();
		portal.send(Callers.ADMIN, HttpMethod.DELETE, "/holds/" + matter, Map.of());
	}

	@Test
	void opensNoKeyToTellWhatIsHeldAndWhatWent() {
		String mine = portal.begin(this.amelia, "Mine");
		String gone = portal.begin(this.amelia, "Gone");
		send(HttpMethod.DELETE, "/conversations/" + gone, Map.of());
		String strange = Base64.getEncoder()
			.encodeToString("a-strangers-master-key-32-bytes.".getBytes(StandardCharsets.US_ASCII));
		try (RunningPortal keyless = RunningPortal.start(portal.database(), "hilum.encryption.master=" + strange)) {
			assertThat(keyless.get(this.amelia, "/conversations/" + mine).status()).isGreaterThanOrEqualTo(500);
			Answer held = keyless.get(this.amelia, "/held?conversation=" + mine);
			assertThat(held.status()).isEqualTo(200);
			assertThat(held.body().get("held").asBoolean()).isFalse();
			assertThat(keyless.get(this.amelia, "/deletions").each("conversation")).containsExactly(gone);
		}
	}

	@Test
	void tellsWhoReadsFilesOfStrangersOnlyWhatIsHeld() {
		ContextSigner rag = new ContextSigner("rag-service",
				Map.of("portal-service",
						ContextKey.parse(ContextKey.derive(RunningPortal.MASTER, "rag-service", "portal-service"))),
				Clock.systemUTC());
		String own = portal.begin(this.amelia, "Mine");
		for (String path : List.of("/conversations", "/conversations/" + own, "/holds", "/held/", "/%68eld")) {
			assertThat(statusFor(rag, HttpMethod.GET, path)).as(path).isEqualTo(401);
		}
		assertThat(statusFor(rag, HttpMethod.DELETE, "/held?conversation=" + own)).isEqualTo(401);
		assertThat(statusFor(rag, HttpMethod.GET, "/held?conversation=" + own)).isEqualTo(200);
	}

	private int statusFor(ContextSigner signer, HttpMethod method, String path) {
		return portal.anonymous()
			.method(method)
			.uri(URI.create(portal.url() + "/v1/portal" + path))
			.header(ServiceContext.HEADER, signer.sign(this.amelia, "portal-service"))
			.exchange()
			.returnResult(byte[].class)
			.getStatus()
			.value();
	}

	private static boolean isHeld(ServiceContext caller, String conversation) {
		return portal.get(caller, "/held?conversation=" + conversation).body().get("held").asBoolean();
	}

	@Test
	void doesOnOneReplicaWhatOneReplicaDoes() throws SQLException {
		aged(this.amelia, "91 days");
		Dump.change(portal.database(), "insert into portal.leases values ('retention', gen_random_uuid(), "
				+ "now() + interval '1 hour') on conflict (name) do update set owner = excluded.owner, until = excluded.until");
		assertThat(sweep()).isZero();
		Dump.change(portal.database(), "update portal.leases set until = now() - interval '1 second'");
		assertThat(sweep()).isEqualTo(1);
	}

	@Test
	void readsOnWhenAnotherKeyWraps() throws SQLException {
		String conversation = portal.begin(this.amelia, CANARY);
		String newKey = Base64.getEncoder()
			.encodeToString("another-master-key-of-32-bytes..".getBytes(StandardCharsets.US_ASCII));
		try (RunningPortal rotated = RunningPortal.start(portal.database(), "hilum.encryption.master=" + newKey,
				"hilum.encryption.other-masters=" + RunningPortal.MASTER)) {
			assertThat(rotated.bean(KeyRenewal.class).renew().block(RunningPortal.PATIENCE)).isPositive();
			assertThat(rotated.bean(KeyRenewal.class).renew().block(RunningPortal.PATIENCE)).isZero();
		}
		try (RunningPortal after = RunningPortal.start(portal.database(), "hilum.encryption.master=" + newKey)) {
			assertThat(after.get(this.amelia, "/conversations/" + conversation).body().get("title").asString())
				.isEqualTo(CANARY);
		}
		try (RunningPortal back = RunningPortal.start(portal.database(), "hilum.encryption.other-masters=" + newKey)) {
			back.bean(KeyRenewal.class).renew().block(RunningPortal.PATIENCE);
		}
	}

	private static String aged(ServiceContext caller, String age) throws SQLException {
		String conversation = portal.begin(caller, "Aged");
		Dump.change(portal.database(), "update portal.conversations set updated_at = now() - interval '" + age
				+ "' where id = '" + conversation + "'");
		return conversation;
	}

	private static long sweep() {
		return portal.bean(Sweeper.class).sweep().blockOptional(RunningPortal.PATIENCE).orElseThrow();
	}

	private Answer send(HttpMethod method, String path, Map<String, ?> body) {
		return portal.send(this.amelia, method, path, body);
	}

	private Answer search(String words) {
		return send(HttpMethod.POST, "/conversations/search", Map.of("q", words));
	}

	private static String one(String sql) throws SQLException {
		return Dump.query(portal.database(), sql).getFirst();
	}

	private static byte[] bytes(String sql) throws SQLException {
		return HexFormat.of().parseHex(one(sql));
	}

}
