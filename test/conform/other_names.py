"""other_names.py -- functions of jax.lax, jax.nn, jax.random and jax.scipy, with the arguments that they are called with.

As numpy_names.py; lax takes arrays of one dtype, hence the words of one kind and the shapes that are given.
"""

NAMES = {}


def _add(module, spec, names, shape=None):
    for name in names.split():
        NAMES.setdefault(f"{module}.{name}", []).append((spec, shape))


#===-- lax -----------------------------------------------------------------------------===#

F, G = "jnp.array([[-1.5,0.25,2.0],[3.0,-0.0,0.5]])", "jnp.array([[2.0,-0.75,1.0],[0.5,4.0,-3.0]])"
I, J = "jnp.array([[-7,0,5],[3,100,-1]])", "jnp.array([[2,3,-2],[1,7,4]])"
U = "jnp.array([[7,0,5],[3,100,1]],jnp.uint8)"

_add("lax", "fc", "abs exp sin cos tanh log sqrt neg sign square exp2 expm1 log1p logistic tan asin acos atan sinh cosh asinh acosh atanh "
                  "rsqrt is_finite")
_add("lax", "f", "floor ceil cbrt erf erfc erf_inv lgamma digamma bessel_i0e bessel_i1e round")
_add("lax", "{" + F + "," + I + "," + U + "}", "abs sign square")
_add("lax", "i", "population_count clz bitwise_not")
for pair in (f"{F} {G}", f"{I} {J}", f"{F} 2.0", f"3 {J}"):
    _add("lax", pair, "add sub mul div rem max min eq ne lt le gt ge")
_add("lax", f"{F} {G}", "pow atan2 nextafter complex")
_add("lax", f"{I} {J}", "bitwise_and bitwise_or bitwise_xor shift_left shift_right_arithmetic shift_right_logical")
_add("lax", "x type", "convert_element_type")
_add("lax", "r.like {0,1,2,-2}", "integer_pow")
_add("lax", "num r num", "clamp")
_add("lax", f"{{-1,0.5}} {F} {{1.0,2.0}}", "clamp")
_add("lax", "x.23 shape=(3,2)", "reshape")
_add("lax", "x.23 (6,)", "reshape")
_add("lax", "x.23 (1,0)", "transpose")
_add("lax", "x.23 {(0,),(1,),(0,1)}", "rev")
_add("lax", "x.23 (4,2,3) (1,2)", "broadcast_in_dim")
_add("lax", "x.23 {(2,),(1,2)}", "broadcast")
_add("lax", "x.23 {0,1,-1}", "expand_dims cumsum cumprod cummax cummin")
_add("lax", "r.4 {0,-1} reverse=bool", "cumsum cumprod cummax cummin cumlogsumexp")
_add("lax", "x.34 (0,1) {(2,3),(3,4),(1,1)} | strides={(1,2),(2,1),None}", "slice")
_add("lax", "x.34 {[0,1],[2,2],[-1,0]} (2,2)", "dynamic_slice")
_add("lax", "f.34 0.0 {[(1,0,2),(0,1,0)],[(-1,1,0),(0,0,1)]}", "pad")
_add("lax", "[f.23,f.23] {0,1}", "concatenate")
_add("lax", "x.34 {0,1} {0,1}", "index_in_dim")
_add("lax", "x.34 0 2 {0,1}", "slice_in_dim dynamic_slice_in_dim")
_add("lax", "r.34 | dimension={0,1,-1} is_stable=bool", "sort")
_add("lax", "r.4 {1,2,3}", "top_k")
_add("lax", "r.34 {0,1} jnp.int32", "argmax argmin")
_add("lax", "f.23 f.34", "dot")
_add("lax", "f.23 f.34 (((1,),(0,)),((),()))", "dot_general")
_add("lax", "jnp.float32 (3,2) {0,1}", "broadcasted_iota")
_add("lax", "{jnp.float32,jnp.int8,int} {0,3}", "iota")
_add("lax", "(2,3) num | dtype", "full")
_add("lax", "x num", "full_like")
_add("lax", "x.234 | {(),(0,),(-1,),None}", "squeeze")
_add("lax", "b.34 f.34 f.34", "select")
_add("lax", "f.34 {(0,),(1,),(0,1)}", "reduce_max reduce_min reduce_sum reduce_prod")
_add("lax", "x.3 x.3", "mul add")
_add("lax", "f.34 {5,8,10} {7,10,23}", "reduce_precision")
_add("lax", "f.4 {jnp.int32,jnp.uint32,jnp.float32}", "bitcast_convert_type")
_add("lax", "f.34 0.0 lax.add (2,2) {(1,1),(2,1)} {'VALID','SAME'}", "reduce_window")
_add("lax", "f.n f.n f.n", "betainc")
_add("lax", "jnp.array([.5,1.5,3.]) jnp.array([.25,2.,7.])", "igamma igammac zeta random_gamma_grad igamma_grad_a")
_add("lax", "x.23 | {0,1}", "collapse")

#===-- nn ------------------------------------------------------------------------------===#

_add("nn", "r", "relu relu6 sigmoid softplus silu swish log_sigmoid selu gelu hard_sigmoid hard_silu hard_swish hard_tanh soft_sign "
                "tanh mish squareplus sparse_plus sparse_sigmoid identity log1mexp")
_add("nn", "r | {0.5,1.0,2}", "elu celu leaky_relu")
_add("nn", "r approximate=bool", "gelu")
_add("nn", "f | axis=axis", "softmax log_softmax")
_add("nn", "f where=mask | axis=axis", "softmax log_softmax logsumexp")
_add("nn", "f | axis=axis keepdims=bool", "logsumexp logmeanexp")
_add("nn", "r | axis=axis mean=num variance=unit epsilon=1e-3", "standardize")
_add("nn", "i {3,5} | dtype axis={-1,0}", "one_hot")
_add("nn", "f.34 | axis={0,1,-1}", "glu", (3, 4))
_add("nn", "f.2234 f.2234 f.2234", "dot_product_attention")

#===-- random --------------------------------------------------------------------------===#

K = "random.key({0,1,42})"
_add("random", "{0,1,7,-3,2**31}", "key PRNGKey")
_add("random", f"{K} | {{2,3,(2,2)}}", "split")
_add("random", f"{K} {{0,5,1000}}", "fold_in")
_add("random", f"{K} | shape fdtype", "uniform normal gumbel laplace logistic cauchy exponential")
_add("random", f"{K} | shape", "uniform normal gumbel laplace logistic cauchy exponential rademacher bits maxwell")
_add("random", f"{K} | shape=(3,) dtype={{jnp.uint8,jnp.uint16,jnp.uint32}}", "bits")
_add("random", f"{K} shape {{0,-5}} {{3,100}} | dtype={{jnp.int32,jnp.int8,jnp.uint8}}", "randint")
_add("random", f"{K} {{-1.0,-2.5}} {{0.5,2.0}} | shape=(4,)", "truncated_normal")
_add("random", f"{K} | {{0.25,0.75,jnp.array([0.1,0.9])}}", "bernoulli")
_add("random", f"{K} {{0.5,2.0,jnp.array([0.5,3.])}} | shape={{(2,),(3,2)}}", "gamma poisson chisquare t pareto loggamma")
_add("random", f"{K} {{0.5,2.0}} {{1.5,0.25}} | shape={{(2,),(3,2)}}", "beta f wald")
_add("random", f"{K} jnp.array([0.5,1.5,3.]) | shape={{(2,),(3,2)}}", "dirichlet")
_add("random", f"{K} {{5,jnp.arange(4),jnp.array([[1,2],[3,4],[5,6]])}} | independent=bool", "permutation")
_add("random", f"{K} {{5,jnp.arange(4.)}} {{(),(3,),(2,2)}} | replace=True p=None", "choice")
_add("random", f"{K} jnp.arange(4.) (3,) replace=bool p=jnp.array([.1,.2,.3,.4])", "choice")
_add("random", f"{K} jnp.array([0.1,0.5,-1.]) | shape={{(2,),(4,)}}", "categorical")
_add("random", f"{K} jnp.array([[0.1,0.5,-1.],[2.,0.,1.]]) axis={{0,1,-1}}", "categorical")
_add("random", f"{K} jnp.array([1.,2.]) jnp.array([[2.,.5],[.5,1.]]) | shape={{(3,),(2,)}} method={{'cholesky','svd','eigh'}}", "multivariate_normal")
_add("random", f"{K} {{5.0,jnp.array([3.,7.])}} {{0.25,0.75}} | shape={{(2,),(3,2)}}", "binomial")
_add("random", f"{K} {{0.5,0.25}} | shape=(4,)", "geometric")
_add("random", f"{K} {{0.5,2.0}} | shape=(4,)", "rayleigh")
_add("random", f"{K} {{1.0,2.5}} {{0.5,2.0}} | shape=(4,)", "weibull_min")
_add("random", f"{K} {{-1.,0.}} {{2.0,0.5}} 1.0 | shape=(4,)", "triangular")
_add("random", f"{K} {{0.5,2.0}} | shape=(3,)", "lognormal")
_add("random", f"{K} {{2,3}} | shape=(2,)", "orthogonal ball")
_add("random", f"{K} {{1.0,2.0}} | shape=(2,)", "generalized_normal")

#===-- scipy ---------------------------------------------------------------------------===#

S = "jsp.special"
_add(S, "f", "gammaln digamma erf erfc erfinv expit logit ndtr ndtri log_ndtr i0 i0e i1 i1e entr exp1 expi gamma factorial spence "
             "sinc1 gammasgn")
_add(S, "f f.like", "xlogy xlog1py kl_div rel_entr betaln")
_add(S, "{0,1,2,3} jnp.array([.5,1.5,4.])", "polygamma expn")
_add(S, "jnp.array([.5,1.5,4.]) jnp.array([.25,2.,7.])", "gammainc gammaincc betaln poch rel_entr")
_add(S, "jnp.array([.5,1.5,4.]) 2.0 jnp.array([.25,.5,.75])", "betainc hyp1f1")
_add(S, "f | axis=axis keepdims=bool", "logsumexp")
_add(S, "jnp.array([2.5,3.5]) {1,2,3}", "multigammaln")
P = "jsp.stats"
for dist, names in {"norm": "pdf logpdf cdf logcdf sf logsf", "logistic": "pdf logpdf cdf sf", "laplace": "pdf logpdf cdf",
                    "cauchy": "pdf logpdf cdf sf", "expon": "pdf logpdf cdf sf", "uniform": "pdf logpdf cdf",
                    "gumbel_r": "pdf logpdf cdf", "gumbel_l": "pdf logpdf cdf"}.items():
    _add(f"{P}.{dist}", "f | loc={0,0.5,-1} scale={1,2.0,0.5}", names)
_add(f"{P}.norm", "unit | loc={0,0.5,-1} scale={1,2.0,0.5}", "ppf isf")
for dist, names in {"gamma": "pdf logpdf cdf sf", "chi2": "pdf logpdf cdf sf", "t": "pdf logpdf", "pareto": "pdf logpdf",
                    "poisson": "pmf logpmf cdf", "bernoulli": "pmf logpmf cdf", "geom": "pmf logpmf", "gennorm": "pdf logpdf cdf"}.items():
    _add(f"{P}.{dist}", "{jnp.arange(4.),jnp.array([0.5,1.,2.5]),1.0,3} {0.5,0.75,1.0} | loc={0,1}", names)
_add(f"{P}.beta", "jnp.array([0.1,0.5,0.9]) {0.5,2.0} {1.0,3.5}", "pdf logpdf cdf sf")
_add(f"{P}.binom", "jnp.arange(4) 5 {0.25,0.5}", "pmf logpmf")
_add(f"{P}.nbinom", "jnp.arange(4) 5 {0.25,0.5}", "pmf logpmf")
_add(f"{P}.truncnorm", "jnp.array([-1.,0.,.5]) {-1.0,-2.0} {1.0,0.25}", "pdf logpdf cdf sf")
_add(f"{P}.vonmises", "f {0.5,2.0}", "pdf logpdf")
_add(f"{P}.dirichlet", "jnp.array([.2,.3,.5]) jnp.array([1.,2.,.5])", "pdf logpdf")
_add(P, "f | axis={0,None} keepdims=bool", "mode sem", (3,))
_add(P, "r | axis={0,None,-1} method={'average','min','max','dense','ordinal'}", "rankdata", (2, 3))
_add("jsp.signal", "f.5 f.3 | mode={'full','same','valid'}", "convolve correlate")
_add("jsp.signal", "f.34 f.22 | mode={'full','same','valid'}", "convolve2d correlate2d")
_add("jsp.signal", "f.34 | axis={0,1,-1} type={'linear','constant'}", "detrend")
_add("jsp.fft", "f.34 | axis={0,1} norm={'ortho',None}", "dct idct")
_add("jsp.ndimage", "f.34 [jnp.array([.5,1.2]),jnp.array([0.,2.7])] {0,1} | mode={'nearest','constant','wrap','mirror','reflect'} cval=num",
     "map_coordinates")
_add("jsp.integrate", "f.34 | dx={1.0,0.5} axis={0,1}", "trapezoid")

#===-- image, ops ----------------------------------------------------------------------===#

_add("jax.image", "f.34 {(6,8),(2,2),(3,5)} {'nearest','linear','bilinear','cubic','lanczos3'} | antialias=bool", "resize")
for reduce in "segment_sum segment_prod segment_max segment_min".split():
    _add("jax.ops", "r.4 jnp.array([0,0,2,1]) | num_segments={3,4,2} indices_are_sorted=False", reduce)
