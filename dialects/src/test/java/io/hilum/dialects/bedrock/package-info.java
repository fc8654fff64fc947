/**
 * Tests of the translation to Bedrock, with fixtures written from AWS's service model.
 */
@NullMarked
package io.hilum.dialects.bedrock;

import org.jspecify.annotations.NullMarked;
