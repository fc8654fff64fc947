package io.hilum.gateway.chat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.hilum.gateway.chat.answer.Originals;
import io.hilum.gateway.chat.kept.KeptResponse;
import io.hilum.gateway.chat.request.ArgumentValue;
import io.hilum.gateway.chat.request.ChatRequest;
import io.hilum.gateway.chat.request.Slot;
import io.hilum.gateway.chat.wire.Splice;
import io.hilum.gateway.phi.Restorer;
import io.hilum.gateway.phi.ScrubOrder;
import io.hilum.gateway.phi.ScrubOutcome.Scrubbed;
import io.hilum.gateway.policy.PhiTreatment;
import io.hilum.trust.context.PhiState;
import io.hilum.trust.text.PhiText;
import org.jspecify.annotations.Nullable;

/**
 * Takes the texts out of a request for the scrubber and puts what became of them in their
 * places. A text in which nothing was found keeps its bytes. Pure but for the key of
 * aliases.
 */
final class Deidentifier {

	private static final int MAX_FUNCTION_NAME = 64;

	private final ScopeKey scopeKey;

	Deidentifier(ScopeKey scopeKey) {
		this.scopeKey = scopeKey;
	}

	/**
	 * The texts to search, in the order in which {@link #apply} expects them.
	 * @param request the request
	 * @return the texts
	 */
	static List<PhiText> texts(ChatRequest request) {
		return request.slots().stream().flatMap(Deidentifier::texts).toList();
	}

	private static Stream<PhiText> texts(Slot slot) {
		return switch (slot) {
			case Slot.Text text -> Stream.of(text.text());
			case Slot.FunctionName name -> Stream.of(name.name());
			case Slot.Arguments arguments -> arguments.values().stream().map(ArgumentValue::labelled);
			case Slot.Value value -> Stream.of(value.value().labelled());
			case Slot.Alias alias -> Stream.empty();
		};
	}

	/**
	 * What is asked of the scrubber.
	 * @param request the request
	 * @param treatment what is done to identifiers
	 * @param previous the response that it goes on from
	 * @return its texts, with those that go on from each other, and the identities that
	 * are known
	 */
	static ScrubOrder order(ChatRequest request, PhiTreatment treatment, @Nullable KeptResponse previous) {
		List<PhiText> texts = new ArrayList<>();
		List<Integer> continuing = new ArrayList<>();
		for (Slot slot : request.slots()) {
			if (slot instanceof Slot.Text text && text.continues()) {
				continuing.add(texts.size());
			}
			texts(slot).forEach(texts::add);
		}
		return new ScrubOrder(treatment, texts, continuing, KnownBefore.and(request.hilum().identities(), previous));
	}

	/**
	 * Leave the texts as they are.
	 * @param request the request
	 * @param subject the caller, to whom aliases are bound
	 * @return the request for routing-service, raw
	 */
	Deidentified raw(ChatRequest request, String subject) {
		List<Splice> splices = new ArrayList<>();
		for (Slot slot : request.slots()) {
			if (slot instanceof Slot.Alias alias) {
				splices.add(alias(alias, subject));
			}
		}
		return new Deidentified(body(request, splices), PhiState.RAW, "raw", Map.of(), Originals.NONE, Map.of(),
				List.of(), false);
	}

	/**
	 * Put scrubbed texts in their places.
	 * @param request the request
	 * @param subject the caller, to whom aliases are bound
	 * @param scrubbed what became of {@link #texts(ChatRequest)}
	 * @param state the state that the request is in afterwards
	 * @return the request for routing-service
	 */
	Deidentified apply(ChatRequest request, String subject, Scrubbed scrubbed, PhiState state) {
		List<Splice> splices = new ArrayList<>();
		Map<String, String> functionNames = new HashMap<>();
		Iterator<PhiText> results = scrubbed.texts().iterator();
		for (Slot slot : request.slots()) {
			switch (slot) {
				case Slot.Text text -> text(text, results.next(), splices);
				case Slot.FunctionName name -> functionName(name, results.next(), splices, functionNames);
				case Slot.Arguments arguments -> arguments(arguments, results, splices);
				case Slot.Value value -> value(value.value(), results.next(), splices);
				case Slot.Alias alias -> splices.add(alias(alias, subject));
			}
		}
		return new Deidentified(body(request, splices), state, scrubbed.policyVersion(), scrubbed.counts(),
				new Originals(Restorer.of(scrubbed.pseudonyms()), functionNames, request.contentForm()),
				scrubbed.counts(), List.of(), false);
	}

	private static byte[] body(ChatRequest request, List<Splice> splices) {
		splices.addAll(request.edits());
		splices.sort(Comparator.comparingInt(Splice::start).thenComparingInt(Splice::end));
		return Splice.apply(request.body(), splices);
	}

	private static void text(Slot.Text slot, PhiText result, List<Splice> splices) {
		if (!slot.text().equals(result)) {
			splices.add(Splice.string(slot.start(), slot.end(), result.reveal()));
		}
	}

	private static void functionName(Slot.FunctionName slot, PhiText result, List<Splice> splices,
			Map<String, String> functionNames) {
		if (slot.name().equals(result)) {
			return;
		}
		String plain = result.reveal().replace("[", "").replace("]", "").replaceAll("[^A-Za-z0-9_-]", "_");
		String name = plain.substring(0, Math.min(plain.length(), MAX_FUNCTION_NAME));
		functionNames.put(name, slot.name().reveal());
		splices.add(Splice.string(slot.start(), slot.end(), name));
	}

	private static void arguments(Slot.Arguments slot, Iterator<PhiText> results, List<Splice> splices) {
		List<Splice> inner = new ArrayList<>();
		for (ArgumentValue value : slot.values()) {
			value(value, results.next(), inner);
		}
		if (!inner.isEmpty()) {
			byte[] json = slot.json().reveal().getBytes(StandardCharsets.UTF_8);
			String changed = new String(Splice.apply(json, inner), StandardCharsets.UTF_8);
			splices.add(Splice.string(slot.start(), slot.end(), changed));
		}
	}

	private static void value(ArgumentValue value, PhiText result, List<Splice> splices) {
		if (!result.equals(value.labelled())) {
			splices.add(Splice.string(value.start(), value.end(), value.unlabelled(result.reveal())));
		}
	}

	private Splice alias(Slot.Alias alias, String subject) {
		String name = alias.prefix() + this.scopeKey.name(alias.prefix(), subject, alias.value().reveal());
		return Splice.string(alias.start(), alias.end(), name);
	}

}
