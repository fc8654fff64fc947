package io.hilum.dialects;

/**
 * Translates an operation whose answers may be streamed.
 */
@FunctionalInterface
public interface StreamTranslator extends Translator {

	@Override
	StreamTranslation translate(TranslationRequest request);

}
