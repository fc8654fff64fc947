/**
 * The HTTP surface of deletion.
 */
@NullMarked
package io.hilum.portal.deletion.web;

import org.jspecify.annotations.NullMarked;
