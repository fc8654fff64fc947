package io.hilum.phi.reading;

/**
 * One kind of hidden form. An implementation is immutable and takes time linear in the
 * length of the text.
 */
@FunctionalInterface
interface Layer {

	/**
	 * Undo the form wherever it is found.
	 * @param text the text
	 * @param draft where it is written what reads otherwise than it stands
	 */
	void read(String text, Draft draft);

}
