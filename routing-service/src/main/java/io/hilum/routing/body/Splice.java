package io.hilum.routing.body;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Replaces ranges of a JSON text and keeps every other byte. Created per request and not
 * thread-safe.
 */
final class Splice {

	private final byte[] source;

	private final int membersStart;

	private final List<Edit> edits = new ArrayList<>(4);

	Splice(byte[] source, int membersStart) {
		this.source = source;
		this.membersStart = membersStart;
	}

	void replace(Member member, String value) {
		this.edits.add(new Edit(member.value(), value));
	}

	/**
	 * Insert a member, with its comma, before the first one.
	 * @param member the encoded member
	 */
	void insert(String member) {
		insertAt(this.membersStart, member);
	}

	void insertAt(int offset, String text) {
		this.edits.add(new Edit(new Span(offset, offset), text));
	}

	/**
	 * Remove a member together with one comma. The object must have another one.
	 * @param member the member
	 */
	void remove(Member member) {
		int end = skipWhitespace(member.value().end());
		if (this.source[end] == ',') {
			this.edits.add(new Edit(new Span(member.nameStart(), end + 1), ""));
			return;
		}
		int start = member.nameStart();
		while (this.source[start] != ',') {
			start--;
		}
		this.edits.add(new Edit(new Span(start, member.value().end()), ""));
	}

	byte[] apply() {
		this.edits.sort(Comparator.comparingInt((edit) -> edit.span().start()));
		ByteArrayOutputStream target = new ByteArrayOutputStream(this.source.length + 64);
		int copied = 0;
		for (Edit edit : this.edits) {
			target.write(this.source, copied, edit.span().start() - copied);
			target.writeBytes(edit.text().getBytes(StandardCharsets.UTF_8));
			copied = edit.span().end();
		}
		target.write(this.source, copied, this.source.length - copied);
		return target.toByteArray();
	}

	private int skipWhitespace(int offset) {
		int at = offset;
		while (this.source[at] == ' ' || this.source[at] == '\t' || this.source[at] == '\n'
				|| this.source[at] == '\r') {
			at++;
		}
		return at;
	}

	private record Edit(Span span, String text) {

	}

}
