# Starts the readiness harness on Windows, as the script 'readiness' does elsewhere: finds the .NET SDK, takes the package set
# that this feed serves, builds when sources changed, and hands over. 'readiness test' runs the harness's own tests.
# What this script itself has to say goes to standard error. Exit codes: 3 the environment, 5 the harness does not build.
# Written for Windows PowerShell 5.1 and newer; where scripts are not allowed: powershell -ExecutionPolicy Bypass -File readiness.ps1 ...
$ErrorActionPreference = 'Stop'
Set-StrictMode -Version 2.0

# PowerShell makes a list of 'HOOK-01,HOOK-02'; the program wants it as it was written.
$given = @(foreach ($argument in $args) { if ($argument -is [array]) { $argument -join ',' } else { [string]$argument } })

$root = $PSScriptRoot
$state = Join-Path $root 'artifacts/launcher'
$log = Join-Path $state 'build.log'
$remembered = Join-Path $root '.package-set'
$program = Join-Path $root 'src/Readiness.Cli/bin/Release/net10.0/Readiness.Cli.dll'
New-Item -ItemType Directory -Force -Path $state | Out-Null

$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
$env:DOTNET_NOLOGO = '1'
# A build node that lingers would outlive this command.
$env:MSBUILDDISABLENODEREUSE = '1'

function Say([string]$text) { [Console]::Error.WriteLine("readiness: $text") }

# Runs the SDK in the root, for global.json is looked for in the current directory; its output goes to a file. Gives the exit code.
function Invoke-Sdk([string[]]$arguments, [string]$output, [int]$limitSeconds = 1800) {
    $quoted = @($arguments | ForEach-Object { '"' + $_ + '"' })
    $errors = "$output.errors"
    $process = Start-Process -FilePath $script:dotnet -ArgumentList $quoted -WorkingDirectory $root -NoNewWindow -PassThru -RedirectStandardOutput "$output.part" -RedirectStandardError $errors
    # Asked for once, or Windows PowerShell forgets the exit code.
    $null = $process.Handle
    if ($process.WaitForExit($limitSeconds * 1000)) {
        $process.WaitForExit()
        $code = $process.ExitCode
    }
    else {
        $process.Kill()
        $code = 124
    }
    Get-Content "$output.part", $errors | Add-Content -Encoding UTF8 $output
    Remove-Item -Force "$output.part", $errors
    return $code
}

function Find-Sdk {
    $wanted = [regex]::Match((Get-Content -Raw (Join-Path $root 'global.json')), '"version": *"([^"]*)"').Groups[1].Value
    $found = 'none'
    $candidates = @('dotnet')
    if ($env:DOTNET_ROOT) { $candidates += (Join-Path $env:DOTNET_ROOT 'dotnet') }
    $candidates += (Join-Path $HOME '.dotnet/dotnet')
    foreach ($candidate in $candidates) {
        $command = @(Get-Command $candidate -CommandType Application -ErrorAction SilentlyContinue)
        if ($command.Count -eq 0) { continue }
        $script:dotnet = $command[0].Path
        $probe = Join-Path $state 'sdk.log'
        Set-Content $probe ''
        if ((Invoke-Sdk @('--version') $probe 60) -eq 0) { return }
        $found = 'another version'
    }
    Say "the .NET SDK $wanted or newer of the same major version is needed; found $found. Install it from https://dotnet.microsoft.com/download, or set DOTNET_ROOT to where it is, and repeat the command."
    exit 3
}

function Get-Pinned([string]$package) {
    $packages = Get-Content -Raw (Join-Path $root 'Directory.Packages.props')
    return [regex]::Match($packages, 'Include="' + [regex]::Escape($package) + '" Version="([^"]*)"').Groups[1].Value
}

function Test-Reqnroll {
    $probe = Join-Path $state 'probe'
    New-Item -ItemType Directory -Force -Path $probe | Out-Null
    Set-Content -Encoding UTF8 (Join-Path $probe 'probe.csproj') @"
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Reqnroll.NUnit" Version="$(Get-Pinned 'Reqnroll.NUnit')" />
    <PackageReference Include="WireMock.Net" Version="$(Get-Pinned 'WireMock.Net')" />
  </ItemGroup>
</Project>
"@
    $probeLog = Join-Path $state 'probe.log'
    Set-Content $probeLog ''
    $restore = @('restore', (Join-Path $probe 'probe.csproj'), '-p:ImportDirectoryBuildProps=false', '-p:ImportDirectoryBuildTargets=false', '-p:ImportDirectoryPackagesProps=false')
    return (Invoke-Sdk $restore $probeLog 60) -eq 0
}

function Set-Remembered([string]$set) {
    Set-Content $remembered $set
    $script:set = $set
}

function Select-Set {
    $script:set = $env:PackageSet
    if (-not $script:set -and (Test-Path $remembered)) { $script:set = (Get-Content -Raw $remembered).Trim() }
    if ($script:set -eq 'Reqnroll' -or $script:set -eq 'SpecFlow') { return }
    if ($script:set) {
        Say "no package set is called '$($script:set)': Reqnroll and SpecFlow are. Correct the variable PackageSet, or delete $remembered."
        exit 3
    }
    if (Test-Reqnroll) {
        Set-Remembered 'Reqnroll'
        Say 'package set Reqnroll, which this feed serves'
    }
    else {
        Set-Remembered 'SpecFlow'
        Say 'package set SpecFlow, as this feed does not serve Reqnroll and WireMock.Net'
    }
}

# The files that a build reads. (Folders are no measure: a build makes its own among them.)
function Get-Sources {
    $places = @('src', 'features', 'docs/items', 'docs/schemas', 'runsettings', 'build') | ForEach-Object { Join-Path $root $_ }
    $made = '[\\/](bin|obj|TestResults)[\\/]'
    $files = @(Get-ChildItem -Path $places -Recurse -File | Where-Object { $_.FullName.Substring($root.Length) -notmatch $made })
    $files += @(Get-ChildItem -Path $root -File | Where-Object { $_.Name -like 'Directory.*' -or $_.Name -eq 'global.json' })
    return $files
}

function Get-SourceList { return ((Get-Sources | ForEach-Object { $_.FullName.Substring($root.Length) } | Sort-Object) -join "`n") }

# Whether the stamp of the last build has the same list of sources, and none of them is newer.
function Test-Current {
    $stamp = Join-Path $state "built-$($script:set)"
    $last = Join-Path $state 'built'
    if (-not ((Test-Path $stamp) -and (Test-Path $last) -and (Test-Path $program))) { return $false }
    if ((Get-Content -Raw $last).Trim() -ne $script:set) { return $false }
    if ((Get-Content -Raw $stamp).Trim() -ne (Get-SourceList).Trim()) { return $false }
    $built = (Get-Item $stamp).LastWriteTimeUtc
    return @(Get-Sources | Where-Object { $_.LastWriteTimeUtc -gt $built }).Count -eq 0
}

function Invoke-Build([string]$project) {
    return (Invoke-Sdk @('build', (Join-Path $root "src/$project"), '-c', 'Release', '-v', 'quiet', '-p:RunAnalyzers=false', "-p:PackageSet=$($script:set)") $log) -eq 0
}

function Invoke-BuildSet {
    Set-Content $log ''
    $stamp = Join-Path $state "built-$($script:set)"
    $building = Join-Path $state 'building'
    Set-Content $building (Get-SourceList)
    if (-not (Test-Path $stamp)) {
        Say 'building (first run, about a minute)...'
        if (-not (Invoke-Build 'Readiness.Features.Smoke')) { return $false }
        if ((Invoke-Sdk @((Join-Path $root 'src/Readiness.Features.Smoke/bin/Release/net10.0/Readiness.Features.Smoke.dll')) $log) -ne 0) { return $false }
    }
    else {
        Say 'building, as sources changed...'
    }
    if (-not (Invoke-Build 'Readiness.Cli')) { return $false }
    Set-Content (Join-Path $state 'built') $script:set
    Move-Item -Force $building $stamp
    return $true
}

function Exit-Unbuilt {
    $errors = @(Get-Content $log | Where-Object { $_ -match ': error |^error' } | ForEach-Object { $_ -replace ' \[[^\]]*\]$', '' } | Sort-Object -Unique | Select-Object -First 10)
    if ($errors.Count -eq 0) { $errors = @(Get-Content $log -Tail 10) }
    $errors | ForEach-Object { [Console]::Error.WriteLine($_) }
    if (Select-String -Quiet -Path $log -Pattern 'error NU') {
        Say "packages could not be restored. Check the network and the package sources ('dotnet nuget list source'), then repeat the command. All of it: $log"
        exit 3
    }
    Say "the harness does not build with package set $($script:set). All of it: $log"
    exit 5
}

# A self-check starts so many processes that compiling their programs ahead of time pays. Where the feed does not serve the
# compiler, the programs are taken as they are.
function New-Image {
    $image = Join-Path $state "image-$($script:set)"
    $made = Join-Path $image 'made'
    $stamp = Join-Path $state "built-$($script:set)"
    if ((Test-Path $made) -and (Get-Item $made).LastWriteTimeUtc -gt (Get-Item $stamp).LastWriteTimeUtc) { return $image }
    Say "compiling the self-check's programs ahead of time..."
    $imageLog = Join-Path $state 'image.log'
    Set-Content $imageLog ''
    # Forward slashes: a backslash before a quote would take it away.
    $source = (Split-Path $program).Replace('\', '/') + '/'
    $arguments = @('build', (Join-Path $root 'build/ReadyToRun.proj'), '-restore', '-t:Image', '-v', 'quiet', "-p:Source=$source", "-p:Image=$($image.Replace('\', '/'))/")
    if ((Invoke-Sdk $arguments $imageLog 600) -ne 0) {
        Say "that does not work here ($state/image.log says why), taking them as they are"
        return $null
    }
    Set-Content $made ''
    return $image
}

Find-Sdk
# Two invocations at once would build into the same folders.
$name = -join ([Security.Cryptography.SHA256]::Create().ComputeHash([Text.Encoding]::UTF8.GetBytes($root.ToLowerInvariant())) | ForEach-Object { $_.ToString('x2') })
$lock = New-Object System.Threading.Mutex $false, "readiness-$name"
try { $null = $lock.WaitOne() } catch [System.Threading.AbandonedMutexException] { }
try {
    Select-Set
    if ($given.Count -gt 0 -and $given[0] -eq 'test') {
        $arguments = @()
        for ($index = 1; $index -lt $given.Count; $index++) {
            $arguments += $given[$index]
            if (($given[$index] -eq '--settings' -or $given[$index] -eq '-s') -and $index + 1 -lt $given.Count) {
                $index++
                $arguments += [IO.Path]::GetFullPath([IO.Path]::Combine((Get-Location).Path, $given[$index]))
            }
        }
    }
    else {
        if (-not (Test-Current) -and -not (Invoke-BuildSet)) {
            if ($script:set -ne 'Reqnroll' -or $env:PackageSet) { Exit-Unbuilt }
            Say "package set Reqnroll does not work here, taking SpecFlow ($log.Reqnroll says why)"
            Move-Item -Force $log "$log.Reqnroll"
            Set-Remembered 'SpecFlow'
            if (-not (Test-Current) -and -not (Invoke-BuildSet)) { Exit-Unbuilt }
        }
        if ($given.Count -gt 0 -and $given[0] -eq 'selfcheck' -and @($given | Where-Object { $_ -match '^(--only.*|--help|-h|-\?)$' }).Count -eq 0) {
            $image = New-Image
            if ($image) { $given += @('--image', $image) }
        }
    }
}
finally {
    $lock.ReleaseMutex()
}

# What a program writes to standard error is not an error of this script.
$ErrorActionPreference = 'Continue'
if ($given.Count -gt 0 -and $given[0] -eq 'test') {
    $env:PackageSet = $script:set
    # A certification reads the configuration of the folder in which it was asked for.
    $env:READINESS_FOLDER = (Get-Location).ProviderPath
    Push-Location $root
    try { & $script:dotnet test ReadinessHarness.sln @arguments } finally { Pop-Location }
}
else {
    & $script:dotnet $program @given
}
exit $LASTEXITCODE
