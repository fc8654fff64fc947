package io.hilum.systemtests;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.hilum.systemtests.client.Sdk;
import io.hilum.systemtests.client.Sdk.Reply;
import io.hilum.systemtests.corpus.LabelledPrompt;
import io.hilum.systemtests.corpus.LabelledPrompts;
import io.hilum.systemtests.evidence.AuditRow;
import io.hilum.systemtests.evidence.Eventually;
import io.hilum.systemtests.evidence.LedgerRow;
import io.hilum.systemtests.quickstart.Suite;
import io.hilum.systemtests.upstream.Exchange;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Labelled prompts, streamed through OpenAI's own SDK: each is answered and restored, no
 * identifier that has a form of its own reaches the provider, and the books agree.
 */
@Order(20)
@ExtendWith(RunningSuite.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LabelledPromptsIT {

	private static final Duration BOOKS_CATCH_UP = Duration.ofSeconds(120);

	private final List<LabelledPrompt> prompts = LabelledPrompts.chosen();

	private final List<Reply> replies = new ArrayList<>();

	private final List<Exchange> exchanges = new ArrayList<>();

	private final Suite suite;

	LabelledPromptsIT(Suite suite) {
		this.suite = suite;
	}

	@BeforeAll
	void sendAll() {
		int known = this.suite.upstream().count();
		try (Sdk sdk = this.suite.sdk("Clinician")) {
			this.prompts.forEach((prompt) -> this.replies.add(sdk.stream("echo", prompt.text())));
		}
		this.exchanges.addAll(this.suite.upstream().exchangesAfter(known));
	}

	@Test
	void eachIsAnsweredAndRestored() {
		List<String> broken = new ArrayList<>();
		for (int i = 0; i < this.prompts.size(); i++) {
			if (!this.replies.get(i).text().equals(this.prompts.get(i).text())) {
				broken.add(this.prompts.get(i).id() + ": " + this.replies.get(i).text());
			}
		}
		assertThat(broken).isEmpty();
	}

	@Test
	void noStructuredIdentifierReachesTheProvider() {
		assertThat(this.exchanges).hasSameSizeAs(this.prompts);
		List<String> leaks = new ArrayList<>();
		for (int i = 0; i < this.prompts.size(); i++) {
			for (String leak : this.prompts.get(i).leaksInto(this.exchanges.get(i).texts())) {
				leaks.add(this.prompts.get(i).id() + ": " + leak);
			}
		}
		assertThat(leaks).isEmpty();
	}

	@Test
	void theLedgerHasEachRequestOnceWithTheProvidersOwnCounts() {
		Map<String, List<LedgerRow>> rows = Eventually.get(BOOKS_CATCH_UP, this::rowsByRequest,
				(found) -> found.size() == this.replies.size());
		assertThat(rows).hasSameSizeAs(this.replies);
		for (int i = 0; i < this.replies.size(); i++) {
			Exchange exchange = this.exchanges.get(i);
			assertThat(rows.get(this.replies.get(i).requestId())).singleElement().satisfies((row) -> {
				assertThat(row.outcome()).isEqualTo("success");
				assertThat(row.source()).isEqualTo("provider");
				assertThat(row.inputTokens()).isEqualTo(exchange.inputTokens());
				assertThat(row.outputTokens()).isEqualTo(exchange.outputTokens());
				assertThat(row.costNanoUsd())
					.isEqualTo(1000L * exchange.inputTokens() + 2000L * exchange.outputTokens());
			});
		}
	}

	@Test
	void theAuditHasEachRequestOnce() {
		List<String> requests = this.replies.stream().map(Reply::requestId).toList();
		List<String> audited = Eventually.get(BOOKS_CATCH_UP, () -> auditedAmong(requests),
				(found) -> found.size() >= requests.size());
		assertThat(audited).containsExactlyInAnyOrderElementsOf(requests);
	}

	private List<String> auditedAmong(List<String> requests) {
		return this.suite.books()
			.audit()
			.stream()
			.filter((row) -> row.service().equals("gateway-service"))
			.map(AuditRow::requestId)
			.filter(requests::contains)
			.toList();
	}

	private Map<String, List<LedgerRow>> rowsByRequest() {
		List<String> requests = this.replies.stream().map(Reply::requestId).toList();
		return this.suite.books()
			.ledger()
			.stream()
			.filter((row) -> requests.contains(row.requestId()))
			.collect(Collectors.groupingBy(LedgerRow::requestId));
	}

}
