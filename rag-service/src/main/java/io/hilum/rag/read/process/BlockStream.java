package io.hilum.rag.read.process;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.hilum.rag.document.FailureReason;
import io.hilum.rag.read.Block;
import io.hilum.rag.read.ReadLimits;
import io.hilum.rag.read.UnreadableDocumentException;

/**
 * Blocks, or the reason why there are none, as bytes between two processes. The reading
 * side believes no length that the other side states.
 */
final class BlockStream {

	private static final int BLOCK = 'B';

	private static final int END = 'E';

	private static final int FAILURE = 'F';

	private static final int NO_PAGE = 0;

	private static final int MAX_BYTES_PER_CHARACTER = 3;

	private BlockStream() {
	}

	static void write(List<Block> blocks, DataOutputStream out) throws IOException {
		for (Block block : blocks) {
			byte[] text = block.text().reveal().getBytes(StandardCharsets.UTF_8);
			Integer page = block.page();
			out.writeByte(BLOCK);
			out.writeByte(block.level());
			out.writeInt((page != null) ? page : NO_PAGE);
			out.writeInt(text.length);
			out.write(text);
		}
		out.writeByte(END);
		out.flush();
	}

	static void write(FailureReason reason, DataOutputStream out) throws IOException {
		out.writeByte(FAILURE);
		out.writeByte(reason.ordinal());
		out.flush();
	}

	static List<Block> read(DataInputStream in, ReadLimits limits) throws IOException {
		List<Block> blocks = new ArrayList<>();
		long room = limits.maxCharacters();
		for (int kind = in.readByte(); kind != END; kind = in.readByte()) {
			if (kind != BLOCK) {
				throw new UnreadableDocumentException(reason(kind, in));
			}
			Block block = readBlock(in, room);
			room -= block.text().length() + 1L;
			blocks.add(block);
		}
		return blocks;
	}

	private static Block readBlock(DataInputStream in, long room) throws IOException {
		int level = in.readByte();
		int page = in.readInt();
		int length = in.readInt();
		if (level < 0 || level > 6 || length < 0 || length > room * MAX_BYTES_PER_CHARACTER) {
			throw new UnreadableDocumentException(FailureReason.TOO_LONG);
		}
		String text = new String(in.readNBytes(length), StandardCharsets.UTF_8);
		Integer number = (page > NO_PAGE) ? Integer.valueOf(page) : null;
		return (level > 0) ? Block.heading(level, number, text) : Block.paragraph(number, text);
	}

	private static FailureReason reason(int kind, DataInputStream in) throws IOException {
		int reason = (kind == FAILURE) ? in.readByte() : -1;
		FailureReason[] known = FailureReason.values();
		return (reason >= 0 && reason < known.length) ? known[reason] : FailureReason.UNREADABLE;
	}

}
