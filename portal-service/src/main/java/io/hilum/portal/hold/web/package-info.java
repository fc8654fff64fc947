/**
 * The HTTP surface of legal holds.
 */
@NullMarked
package io.hilum.portal.hold.web;

import org.jspecify.annotations.NullMarked;
