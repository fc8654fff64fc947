/**
 * Tests of templates in files.
 */
@NullMarked
package io.hilum.portal.template;

import org.jspecify.annotations.NullMarked;
