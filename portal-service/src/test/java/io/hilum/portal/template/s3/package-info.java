/**
 * Tests of templates in files.
 */
@NullMarked
package io.hilum.portal.template.s3;

import org.jspecify.annotations.NullMarked;
