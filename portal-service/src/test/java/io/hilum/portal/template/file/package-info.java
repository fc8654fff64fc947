/**
 * Tests of templates in files.
 */
@NullMarked
package io.hilum.portal.template.file;

import org.jspecify.annotations.NullMarked;
