/**
 * Amazon Bedrock.
 */
@NullMarked
package io.hilum.routing.provider.bedrock;

import org.jspecify.annotations.NullMarked;
