/**
 * The HTTP surface of feedback.
 */
@NullMarked
package io.hilum.portal.feedback.web;

import org.jspecify.annotations.NullMarked;
