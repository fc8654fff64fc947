/**
 * Words of texts as keyed codes, by which sealed texts are found.
 */
@NullMarked
package io.hilum.portal.word;

import org.jspecify.annotations.NullMarked;
