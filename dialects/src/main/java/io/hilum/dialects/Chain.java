package io.hilum.dialects;

/**
 * Two translators one behind the other: from a client's dialect to chat, and from chat to
 * a provider's. A field that the second one refuses is named as it is called in chat.
 */
public final class Chain implements StreamTranslator {

	private final StreamTranslator first;

	private final StreamTranslator second;

	/**
	 * Create a chain.
	 * @param first from the client's dialect to the one between
	 * @param second from the one between to the provider's
	 */
	public Chain(StreamTranslator first, StreamTranslator second) {
		this.first = first;
		this.second = second;
	}

	@Override
	public StreamTranslation translate(TranslationRequest request) {
		StreamTranslation outer = this.first.translate(request);
		StreamTranslation inner = this.second.translate(new TranslationRequest(outer.request(), request.model(),
				request.stream(), request.maxOutput(), request.createdSeconds()));
		return new Chained(outer, inner);
	}

	private record Chained(StreamTranslation outer, StreamTranslation inner) implements StreamTranslation {

		@Override
		public byte[] request() {
			return this.inner.request();
		}

		@Override
		public byte[] answer(byte[] body) {
			return this.outer.answer(this.inner.answer(body));
		}

		@Override
		public AnswerStream stream() {
			return new ChainedStream(this.outer.stream(), this.inner.stream());
		}

		@Override
		public byte[] error(int status, byte[] body) {
			return this.outer.error(status, this.inner.error(status, body));
		}

	}

	private record ChainedStream(AnswerStream outer, AnswerStream inner) implements AnswerStream {

		@Override
		public byte[] accept(byte[] part) {
			return this.outer.accept(this.inner.accept(part));
		}

		@Override
		public byte[] end() {
			byte[] last = this.outer.accept(this.inner.end());
			byte[] end = this.outer.end();
			byte[] both = new byte[last.length + end.length];
			System.arraycopy(last, 0, both, 0, last.length);
			System.arraycopy(end, 0, both, last.length, end.length);
			return both;
		}

	}

}
