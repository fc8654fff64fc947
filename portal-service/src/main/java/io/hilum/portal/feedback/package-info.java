/**
 * What people say of answers.
 */
@NullMarked
package io.hilum.portal.feedback;

import org.jspecify.annotations.NullMarked;
