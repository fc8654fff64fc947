@NullMarked
package io.hilum.gateway.audit;

import org.jspecify.annotations.NullMarked;
