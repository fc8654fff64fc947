@NullMarked
package io.hilum.gateway.policy;

import org.jspecify.annotations.NullMarked;
