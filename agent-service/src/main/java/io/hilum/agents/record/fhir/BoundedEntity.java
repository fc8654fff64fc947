package io.hilum.agents.record.fhir;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import org.apache.http.HttpConnection;
import org.apache.http.HttpEntity;
import org.apache.http.entity.HttpEntityWrapper;

/**
 * An answer of which no more is read than a bound. What is beyond is not waited for: the
 * connection is given up.
 */
final class BoundedEntity extends HttpEntityWrapper {

	private final long most;

	private final HttpConnection connection;

	BoundedEntity(HttpEntity entity, long most, HttpConnection connection) {
		super(entity);
		this.most = most;
		this.connection = connection;
	}

	@Override
	public InputStream getContent() throws IOException {
		return new Counted(super.getContent());
	}

	@Override
	public void writeTo(OutputStream out) throws IOException {
		getContent().transferTo(out);
	}

	/**
	 * Counts what is read.
	 */
	final class Counted extends FilterInputStream {

		private long read;

		Counted(InputStream in) {
			super(in);
		}

		@Override
		public int read() throws IOException {
			int one = super.read();
			return (one < 0) ? one : counted(1, one);
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			int some = super.read(bytes, offset, length);
			return (some < 0) ? some : counted(some, some);
		}

		@Override
		public long skip(long length) throws IOException {
			return counted(Math.toIntExact(super.skip(Math.min(length, Integer.MAX_VALUE))));
		}

		private int counted(int more) throws IOException {
			return counted(more, more);
		}

		private int counted(int more, int result) throws IOException {
			this.read += more;
			if (this.read > BoundedEntity.this.most) {
				BoundedEntity.this.connection.shutdown();
				throw new AnswerTooLargeException(BoundedEntity.this.most);
			}
			return result;
		}

	}

}
