/**
 * What requests are checked for, and the form of short answers.
 */
@NullMarked
package io.hilum.portal.wire;

import org.jspecify.annotations.NullMarked;
