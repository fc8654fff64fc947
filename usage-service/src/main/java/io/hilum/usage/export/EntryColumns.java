package io.hilum.usage.export;

import java.util.Arrays;
import java.util.List;

import io.hilum.usage.ledger.Hold;
import io.hilum.usage.ledger.LedgerEntry;
import io.hilum.usage.ledger.NanoUsd;
import io.hilum.usage.ledger.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * The columns of an entry. Their order is kept; new ones come last.
 */
final class EntryColumns {

	static final List<String> NAMES = List.of("id", "time", "requestId", "subject", "roles", "team", "application",
			"keyId", "purpose", "endpoint", "stream", "requestedModel", "servedModel", "deployment", "provider",
			"region", "agreement", "outcome", "status", "errorCode", "inputTokens", "cachedInputTokens",
			"cacheWriteTokens", "outputTokens", "reasoningTokens", "audioInputTokens", "audioOutputTokens", "source",
			"priceVersion", "costNanoUsd", "costUsd", "holdNanoUsd", "firstTokenMillis", "totalMillis",
			"overheadMillis", "phiState");

	private EntryColumns() {
	}

	static List<@Nullable Object> of(LedgerEntry entry) {
		Tokens tokens = entry.tokens();
		Hold hold = entry.hold();
		return Arrays.asList(entry.id(), entry.time(), entry.requestId(), entry.subject(),
				String.join(" ", entry.roles()), entry.team(), entry.application(), entry.keyId(), entry.purpose(),
				entry.endpoint(), entry.stream(), entry.requestedModel(), entry.servedModel(), entry.deployment(),
				entry.provider(), entry.region(), entry.agreement(), entry.outcome(), entry.status(), entry.errorCode(),
				tokens.input(), tokens.cachedInput(), tokens.cacheWrite(), tokens.output(), tokens.reasoning(),
				tokens.audioInput(), tokens.audioOutput(), entry.source(), entry.prices().version(),
				entry.costNanoUsd(), NanoUsd.format(entry.costNanoUsd()), (hold != null) ? hold.nanoUsd() : null,
				entry.timing().firstTokenMillis(), entry.timing().totalMillis(), entry.timing().overheadMillis(),
				entry.phi().state());
	}

}
