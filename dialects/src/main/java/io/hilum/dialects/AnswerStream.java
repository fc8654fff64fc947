package io.hilum.dialects;

/**
 * The translation of one streamed answer. Not thread-safe. Its memory is bounded by the
 * longest event.
 */
public interface AnswerStream {

	/**
	 * Take the next part of the provider's stream.
	 * @param part bytes, cut anywhere
	 * @return whole server-sent events of the client's dialect, in UTF-8; empty if none
	 * is complete. An error that the provider sends inside its stream becomes
	 * {@code data: {"error":{…}}} with no end behind it.
	 * @throws BrokenAnswerException if it is not the provider's dialect
	 */
	byte[] accept(byte[] part);

	/**
	 * The provider's stream has ended.
	 * @return what is left to say: the end mark of the client's dialect if the answer was
	 * whole. Nothing if it was cut, and never an end mark then.
	 */
	byte[] end();

}
