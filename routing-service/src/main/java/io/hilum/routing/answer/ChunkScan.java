package io.hilum.routing.answer;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import io.hilum.dialects.sse.EventData;

/**
 * Looks at one chunk after the other without reading it as a document. In a chunk, the
 * members of a choice are at depth 3, those of its delta at 4, those of the items of a
 * list in there at 6. Created per stream and not thread-safe.
 */
final class ChunkScan implements JsonWalk.Visitor {

	private static final int CHOICE = 3;

	private static final int DELTA = 4;

	private static final int ITEM = 6;

	private static final byte[] CHOICES_NAME = JsonWalk.ascii("choices");

	private static final byte[] USAGE_NAME = JsonWalk.ascii("usage");

	private static final byte[] ERROR_NAME = JsonWalk.ascii("error");

	private static final byte[] INDEX_NAME = JsonWalk.ascii("index");

	private static final byte[] DELTA_NAME = JsonWalk.ascii("delta");

	private static final byte[] FINISH_NAME = JsonWalk.ascii("finish_reason");

	private static final byte[] CONTENT_FILTER = JsonWalk.ascii("content_filter");

	private static final byte[] OBJECT_NAME = JsonWalk.ascii("object");

	/** Where Groq tells the usage. */
	private static final byte[] X_GROQ_NAME = JsonWalk.ascii("x_groq");

	private static final byte[] TYPE_NAME = JsonWalk.ascii("type");

	private static final byte[] ROLE_NAME = JsonWalk.ascii("role");

	private static final byte[] CONTENT_NAME = JsonWalk.ascii("content");

	private static final byte[] ID_NAME = JsonWalk.ascii("id");

	private static final byte[] TOOL_CALLS_NAME = JsonWalk.ascii("tool_calls");

	private static final byte[] ARGUMENTS_NAME = JsonWalk.ascii("arguments");

	private static final byte[] TEXT_NAME = JsonWalk.ascii("text");

	private static final byte[][] TEXTS = { CONTENT_NAME, JsonWalk.ascii("reasoning_content"),
			JsonWalk.ascii("refusal"), JsonWalk.ascii("reasoning") };

	private final boolean chat;

	private final TextCount text = new TextCount();

	private final BitSet withRole = new BitSet();

	private final BitSet seen = new BitSet();

	private final BitSet finished = new BitSet();

	/** The ids of tool calls that have begun, by choice times a thousand plus index. */
	private final Map<Integer, String> calls = new HashMap<>();

	/** What the chunk that was read last began. */
	private final BitSet newRoles = new BitSet();

	private final Set<Integer> newCalls = new HashSet<>();

	private int end;

	private boolean inChoices;

	private boolean inDelta;

	private boolean inList;

	private boolean inToolCalls;

	private boolean choicesPresent;

	private int choices;

	private boolean usage;

	private boolean usageElsewhere;

	private boolean inGroq;

	private boolean error;

	private boolean repair;

	private boolean filtered;

	private int choice;

	private boolean role;

	private boolean finish;

	private boolean hasDelta;

	private boolean indexed;

	private int itemIndex;

	private String itemId = "";

	private boolean itemType;

	ChunkScan(boolean chat) {
		this.chat = chat;
	}

	/**
	 * Look at a chunk.
	 * @param data the chunk
	 * @return {@code false} if it is not one JSON object
	 */
	boolean read(EventData data) {
		this.end = data.end();
		this.inChoices = false;
		this.inDelta = false;
		this.inList = false;
		this.choicesPresent = false;
		this.choices = 0;
		this.usage = false;
		this.usageElsewhere = false;
		this.inGroq = false;
		this.error = false;
		this.repair = false;
		this.filtered = false;
		this.newRoles.clear();
		this.newCalls.clear();
		return JsonWalk.over(data.bytes(), data.start(), data.end(), this);
	}

	@Override
	public void member(byte[] bytes, int depth, int name, int nameEnd, int value) {
		if (depth == 1) {
			root(bytes, name, nameEnd, value);
		}
		else if (this.inGroq && depth == 2) {
			this.usageElsewhere |= isObject(bytes, name, nameEnd, value, USAGE_NAME);
		}
		else if (this.inChoices && depth == CHOICE) {
			choice(bytes, name, nameEnd, value);
		}
		else if (this.inDelta && depth == DELTA) {
			delta(bytes, name, nameEnd, value);
		}
		else if (this.inDelta && depth >= ITEM) {
			item(bytes, depth, name, nameEnd, value);
		}
	}

	private void root(byte[] bytes, int name, int nameEnd, int value) {
		this.inChoices = JsonWalk.is(bytes, name, nameEnd, CHOICES_NAME) && bytes[value] == '[';
		this.choicesPresent |= this.inChoices;
		this.inDelta = false;
		this.inGroq = isObject(bytes, name, nameEnd, value, X_GROQ_NAME);
		if (JsonWalk.is(bytes, name, nameEnd, USAGE_NAME)) {
			this.usage = bytes[value] == '{';
		}
		else if (JsonWalk.is(bytes, name, nameEnd, ERROR_NAME)) {
			this.error |= bytes[value] != 'n';
		}
		else if (JsonWalk.is(bytes, name, nameEnd, OBJECT_NAME)) {
			this.error |= isText(bytes, value, ERROR_NAME);
		}
	}

	private boolean isText(byte[] bytes, int value, byte[] wanted) {
		return bytes[value] == '"'
				&& JsonWalk.is(bytes, value + 1, JsonWalk.endOfString(bytes, value + 1, this.end), wanted);
	}

	private static boolean isObject(byte[] bytes, int name, int nameEnd, int value, byte[] wanted) {
		return bytes[value] == '{' && JsonWalk.is(bytes, name, nameEnd, wanted);
	}

	private void choice(byte[] bytes, int name, int nameEnd, int value) {
		this.inDelta = false;
		if (JsonWalk.is(bytes, name, nameEnd, DELTA_NAME)) {
			this.inDelta = bytes[value] == '{';
			this.hasDelta |= this.inDelta;
		}
		else if (JsonWalk.is(bytes, name, nameEnd, INDEX_NAME)) {
			this.choice = number(bytes, value);
		}
		else if (JsonWalk.is(bytes, name, nameEnd, USAGE_NAME)) {
			this.usageElsewhere |= bytes[value] == '{';
		}
		else if (JsonWalk.is(bytes, name, nameEnd, FINISH_NAME)) {
			this.finish = bytes[value] == '"';
			this.filtered |= isText(bytes, value, CONTENT_FILTER);
		}
		else if (!this.chat && JsonWalk.is(bytes, name, nameEnd, TEXT_NAME)) {
			this.text.add(bytes, value, this.end);
		}
	}

	private void delta(byte[] bytes, int name, int nameEnd, int value) {
		this.inList = bytes[value] == '[';
		this.inToolCalls = this.inList && JsonWalk.is(bytes, name, nameEnd, TOOL_CALLS_NAME);
		if (JsonWalk.is(bytes, name, nameEnd, ROLE_NAME)) {
			this.role = bytes[value] == '"';
			return;
		}
		this.repair |= (this.inList || bytes[value] == '{') && JsonWalk.is(bytes, name, nameEnd, CONTENT_NAME);
		for (byte[] wanted : TEXTS) {
			if (JsonWalk.is(bytes, name, nameEnd, wanted)) {
				this.text.add(bytes, value, this.end);
			}
		}
	}

	private void item(byte[] bytes, int depth, int name, int nameEnd, int value) {
		if (depth == ITEM && JsonWalk.is(bytes, name, nameEnd, INDEX_NAME)) {
			this.indexed = isDigit(bytes[value]);
			this.itemIndex = number(bytes, value);
		}
		else if (depth == ITEM && JsonWalk.is(bytes, name, nameEnd, ID_NAME)) {
			this.itemId = text(bytes, value);
		}
		else if (depth == ITEM && JsonWalk.is(bytes, name, nameEnd, TYPE_NAME)) {
			this.itemType = bytes[value] == '"';
		}
		else if (this.inToolCalls && JsonWalk.is(bytes, name, nameEnd, ARGUMENTS_NAME)) {
			this.repair |= bytes[value] == '{';
			this.text.add(bytes, value, this.end);
		}
	}

	private String text(byte[] bytes, int value) {
		if (!this.inToolCalls || bytes[value] != '"') {
			return "";
		}
		int from = value + 1;
		return new String(bytes, from, JsonWalk.endOfString(bytes, from, this.end) - from, StandardCharsets.UTF_8);
	}

	private static boolean isDigit(byte sign) {
		return sign >= '0' && sign <= '9';
	}

	private static int number(byte[] bytes, int value) {
		int number = 0;
		for (int at = value; bytes[at] >= '0' && bytes[at] <= '9' && number < 1000; at++) {
			number = number * 10 + bytes[at] - '0';
		}
		return number;
	}

	@Override
	public void open(int depth) {
		if (this.inChoices && depth == CHOICE) {
			this.choice = 0;
			this.role = false;
			this.finish = false;
			this.hasDelta = false;
		}
		else if (this.inList && depth == ITEM) {
			this.indexed = false;
			this.itemId = "";
			this.itemType = false;
		}
	}

	@Override
	public void close(int depth) {
		if (this.inChoices && depth == CHOICE) {
			this.choices++;
			this.inDelta = false;
			settleChoice();
		}
		else if (this.inDelta && this.inList && depth == ITEM) {
			settleItem();
		}
		else if (depth == DELTA + 1) {
			this.inList = false;
		}
		else if (depth == 2) {
			this.inChoices = false;
		}
	}

	/**
	 * Clients add the pieces of a string together, the role too: it must be said once.
	 */
	private void settleChoice() {
		this.seen.set(this.choice);
		if (this.finish) {
			this.finished.set(this.choice);
		}
		if (this.chat) {
			this.repair |= !this.hasDelta || this.role == this.withRole.get(this.choice);
			if (!this.withRole.get(this.choice)) {
				this.withRole.set(this.choice);
				this.newRoles.set(this.choice);
			}
		}
	}

	private void settleItem() {
		this.repair |= !this.indexed;
		if (this.inToolCalls && this.indexed) {
			boolean again = this.calls.containsKey(key(this.choice, this.itemIndex));
			this.repair |= again ? !this.itemId.isEmpty() : (this.itemId.isEmpty() || !this.itemType);
			if (!again) {
				beginCall(this.choice, this.itemIndex, this.itemId);
			}
		}
	}

	/**
	 * A tool call begins in the chunk that was read last.
	 */
	void beginCall(int index, int call, String id) {
		this.calls.put(key(index, call), id);
		this.newCalls.add(key(index, call));
	}

	private static int key(int index, int call) {
		return index * 1000 + call;
	}

	/**
	 * Whether a chunk before the last one had the role of a choice, as the client saw it.
	 */
	boolean hadRole(int index) {
		return this.withRole.get(index) && !this.newRoles.get(index);
	}

	/**
	 * Whether a chunk before the last one began a tool call.
	 */
	boolean hadCall(int index, int call) {
		int key = key(index, call);
		return this.calls.containsKey(key) && !this.newCalls.contains(key);
	}

	/**
	 * The id of a tool call that has begun; empty if it has none.
	 */
	String callId(int index, int call) {
		return this.calls.getOrDefault(key(index, call), "");
	}

	boolean hasUsage() {
		return this.usage || this.usageElsewhere;
	}

	/**
	 * Whether only Groq's member or a choice of the chunk tells the usage.
	 */
	boolean hasUsageElsewhere() {
		return this.usageElsewhere && !this.usage;
	}

	boolean hasChoices() {
		return this.choicesPresent;
	}

	int choices() {
		return this.choices;
	}

	boolean isError() {
		return this.error;
	}

	boolean needsRepair() {
		return this.repair;
	}

	/**
	 * Whether a content filter ended a choice of the chunk.
	 */
	boolean isFiltered() {
		return this.filtered;
	}

	boolean allFinished() {
		return !this.seen.isEmpty() && this.seen.equals(this.finished);
	}

	long streamedTokens() {
		return this.text.tokens();
	}

}
