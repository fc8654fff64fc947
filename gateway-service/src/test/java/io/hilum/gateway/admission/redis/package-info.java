@NullMarked
package io.hilum.gateway.admission.redis;

import org.jspecify.annotations.NullMarked;
