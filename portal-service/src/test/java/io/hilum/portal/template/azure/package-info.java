/**
 * Tests of templates in files.
 */
@NullMarked
package io.hilum.portal.template.azure;

import org.jspecify.annotations.NullMarked;
