/**
 * What can go wrong for a caller, each with a stable code.
 */
@NullMarked
package io.hilum.portal.problem;

import org.jspecify.annotations.NullMarked;
