/**
 * The port of translation: from a client's dialect to a provider's and back.
 */
@NullMarked
package io.hilum.dialects;

import org.jspecify.annotations.NullMarked;
