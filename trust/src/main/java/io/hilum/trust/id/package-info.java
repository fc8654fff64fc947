/**
 * Identifiers that sort by the time of their making.
 */
@NullMarked
package io.hilum.trust.id;

import org.jspecify.annotations.NullMarked;
