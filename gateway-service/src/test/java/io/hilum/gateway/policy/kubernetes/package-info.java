@NullMarked
package io.hilum.gateway.policy.kubernetes;

import org.jspecify.annotations.NullMarked;
