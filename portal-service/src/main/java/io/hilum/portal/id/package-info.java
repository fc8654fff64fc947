/**
 * Identifiers that sort by the time of their making.
 */
@NullMarked
package io.hilum.portal.id;

import org.jspecify.annotations.NullMarked;
