/**
 * The HTTP surface of templates.
 */
@NullMarked
package io.hilum.portal.template.web;

import org.jspecify.annotations.NullMarked;
