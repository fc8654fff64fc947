/**
 * Whom this service believes.
 */
@NullMarked
package io.hilum.portal.identity;

import org.jspecify.annotations.NullMarked;
