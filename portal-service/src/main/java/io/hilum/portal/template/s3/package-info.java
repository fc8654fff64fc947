/**
 * Templates of the hospital in a bucket of Amazon S3, or of what speaks like it.
 */
@NullMarked
package io.hilum.portal.template.s3;

import org.jspecify.annotations.NullMarked;
