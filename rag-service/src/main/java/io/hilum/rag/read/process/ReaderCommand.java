package io.hilum.rag.read.process;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.List;

import io.hilum.rag.document.DocumentFormat;
import io.hilum.rag.document.FailureReason;
import io.hilum.rag.read.Block;
import io.hilum.rag.read.ReadLimits;
import io.hilum.rag.read.UnreadableDocumentException;
import io.hilum.rag.read.tika.TikaReader;

/**
 * The process that reads one document: bytes on standard input, blocks on standard
 * output. It has no configuration, no environment, no place for files, and its parent
 * ends it when it takes too long.
 */
public final class ReaderCommand {

	private ReaderCommand() {
	}

	/**
	 * Read one document.
	 * @param args the format, and the limits as {@link ReadLimits#toArguments()} writes
	 * them
	 * @throws IOException if the parent is gone
	 */
	public static void main(String[] args) throws IOException {
		DocumentFormat format = DocumentFormat.valueOf(args[0]);
		TikaReader reader = new TikaReader(ReadLimits.fromArguments(args, 1));
		// A library that prints must not get between the blocks.
		FileOutputStream standardOutput = new FileOutputStream(FileDescriptor.out);
		System.setOut(System.err);
		try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(standardOutput))) {
			answer(reader, format, out);
		}
	}

	private static void answer(TikaReader reader, DocumentFormat format, DataOutputStream out) throws IOException {
		List<Block> blocks;
		try {
			blocks = reader.read(System.in.readAllBytes(), format);
		}
		catch (UnreadableDocumentException ex) {
			BlockStream.write(ex.reason(), out);
			return;
		}
		catch (RuntimeException | StackOverflowError ex) {
			BlockStream.write(FailureReason.UNREADABLE, out);
			return;
		}
		BlockStream.write(blocks, out);
	}

}
