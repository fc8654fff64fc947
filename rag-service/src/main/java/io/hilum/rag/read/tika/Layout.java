package io.hilum.rag.read.tika;

/**
 * How a format says where headings are.
 */
enum Layout {

	/**
	 * It marks them.
	 */
	TAGGED,

	/**
	 * It does not: numbered lines are taken for headings.
	 */
	FREE

}
