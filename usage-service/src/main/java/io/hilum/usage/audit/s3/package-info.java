/**
 * The archive of the evidence in a bucket of Amazon S3, or of what speaks like it.
 */
@NullMarked
package io.hilum.usage.audit.s3;

import org.jspecify.annotations.NullMarked;
