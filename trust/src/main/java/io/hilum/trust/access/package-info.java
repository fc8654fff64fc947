/**
 * What readers of changes of access have in common.
 */
@NullMarked
package io.hilum.trust.access;

import org.jspecify.annotations.NullMarked;
