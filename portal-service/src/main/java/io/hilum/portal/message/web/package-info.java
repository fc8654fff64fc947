/**
 * The HTTP surface of messages, of shared branches and of exports.
 */
@NullMarked
package io.hilum.portal.message.web;

import org.jspecify.annotations.NullMarked;
