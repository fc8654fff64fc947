package io.hilum.dialects;

/**
 * A translation whose answer may be streamed.
 */
public interface StreamTranslation extends Translation {

	/**
	 * Begin the translation of a streamed answer.
	 * @return the translation, for one stream
	 */
	AnswerStream stream();

}
