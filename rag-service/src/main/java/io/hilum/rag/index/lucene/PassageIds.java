package io.hilum.rag.index.lucene;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.UUID;

import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.util.BytesRef;

/**
 * The identifiers of passages as 16 bytes beside each row.
 */
final class PassageIds {

	private PassageIds() {
	}

	static byte[] bytes(UUID id) {
		return ByteBuffer.allocate(2 * Long.BYTES)
			.putLong(id.getMostSignificantBits())
			.putLong(id.getLeastSignificantBits())
			.array();
	}

	static UUID read(IndexReader reader, int row) throws IOException {
		LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(row, reader.leaves()));
		BinaryDocValues values = DocValues.getBinary(leaf.reader(), CollectionIndex.PASSAGE);
		if (!values.advanceExact(row - leaf.docBase)) {
			throw new IllegalStateException("a row of the index has no passage");
		}
		BytesRef bytes = values.binaryValue();
		ByteBuffer buffer = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
		return new UUID(buffer.getLong(), buffer.getLong());
	}

}
