/**
 * For how long conversations are kept.
 */
@NullMarked
package io.hilum.portal.retention;

import org.jspecify.annotations.NullMarked;
